import type { ZipArchive, ZipMember } from '../../files/zip-member.ts';
import { memberText } from '../../files/zip-reader.ts';
import { deflateMember } from '../../files/zip-writer.ts';
import { documentMembers } from '../word/package-changes.ts';
import { relationshipsName, relationshipsOf } from '../word/package-parts.ts';

const contentTypes = '[Content_Types].xml';

/** The members of a template as a workbook has them: a .xltx is declared as what its copies are, pictures by their endings. */
export function workbookMembers(archive: ZipArchive, mayGetPictures: boolean): readonly ZipMember[] {
  return documentMembers(archive, mayGetPictures).map((member) => {
    if (member.name !== contentTypes) return member;
    const types = memberText(new Map([[member.name, member]]), contentTypes) ?? '';
    const asWorkbook = types.replaceAll('spreadsheetml.template.main+xml', 'spreadsheetml.sheet.main+xml');
    return asWorkbook === types ? member : deflateMember({ name: contentTypes, bytes: Buffer.from(asWorkbook) });
  });
}

/** What a workbook is without its calculation chain: the chain names cells that moved, and Excel builds a new one. */
export type ChainRemoval = { readonly removed: ReadonlySet<string>; readonly changed: readonly ZipMember[] };

/** @param main the workbook part */
export function withoutCalculationChain(archive: ZipArchive, main: string): ChainRemoval {
  const chain = relationshipsOf(archive, main).find(({ type }) => type === 'calcChain');
  if (chain === undefined) return { removed: new Set(), changed: [] };
  const changed = [[contentTypes, 'Override', 'PartName'], [relationshipsName(main), 'Relationship', 'Type']].flatMap(([name = '', element = '', attribute = '']) => {
    const text = memberText(archive, name);
    if (text === undefined) return [];
    const without = text.replace(new RegExp(`<${element}\\b[^<>]*\\b${attribute}=["'][^"'<>]*calcChain[^<>]*/>`, 'i'), '');
    return [deflateMember({ name, bytes: Buffer.from(without) })];
  });
  return { removed: new Set([chain.target]), changed };
}
