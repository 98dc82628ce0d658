import type { ZipArchive } from '../../files/zip-member.ts';
import { relationshipsOf } from '../word/package-parts.ts';
import type { TemplateDoubt } from '../tags/template-problem.ts';
import { elementsOf } from './elements.ts';
import { decodeXml } from './plain-text.ts';
import { partText, type ListedSheet } from './workbook-parts.ts';

const tag = /\{[#^/%]?[\p{L}\p{N}_.$]{1,60}\}/u;

/** What looks like a tag where none is filled: names of sheets, text boxes, titles of charts. */
export function unfilledDoubts(archive: ZipArchive, sheets: readonly ListedSheet[]): readonly TemplateDoubt[] {
  return sheets.flatMap(({ name, member }) => {
    const part = `工作表“${name}”`;
    const told = (place: string, text: string): readonly TemplateDoubt[] => {
      const found = tag.exec(text)?.[0];
      return found === undefined ? [] : [{ part, place, tag: found, message: `${place}里的“${found}”不会填写，会原样印出。`, suggestion: '把标签写在单元格里' }];
    };
    const drawings = relationshipsOf(archive, member).filter(({ type }) => type === 'drawing').map(({ target }) => target);
    const charts = drawings.flatMap((drawing) => relationshipsOf(archive, drawing).filter(({ type }) => type === 'chart').map(({ target }) => target));
    return [
      ...told('工作表名称', name),
      ...drawings.flatMap((drawing) => told('文本框', textsIn(archive, drawing))),
      ...charts.flatMap((chart) => told('图表', textsIn(archive, chart))),
    ];
  });
}

/** The texts of a drawing or chart, paragraph by paragraph: a tag may be split over pieces of one. */
function textsIn(archive: ZipArchive, member: string): string {
  return elementsOf(partText(archive, member) ?? '', 'a:p').map(({ content }) => elementsOf(content ?? '', 'a:t').map((text) => decodeXml(text.content ?? '')).join('')).join('\n');
}
