import { readZip } from '../files/zip-reader.ts';
import { compileWorkbookTemplate } from './excel/workbook-template.ts';
import { inReadingOrder } from './in-reading-order.ts';
import { providedNames } from './tags/filters/filter-table.ts';
import { likelyName } from './tags/likely-name.ts';
import type { TemplateDoubt, TemplateProblem } from './tags/template-problem.ts';
import { compileTemplate, formOptions } from './template.ts';
import { contentTypeOf, relationshipsOf } from './word/package-parts.ts';

/** A tag by name, as a list of a template's tags shows it. */
export type TagName = {
  readonly part: string;
  readonly name: string;
  /** Where it stands first, when that is known. */
  readonly place?: string;
  /** Names of the loops around it, outermost first. */
  readonly within: readonly string[];
};

export type TemplateCheck = {
  /** Every distinct tag, part by part, in reading order. */
  readonly tags: readonly TagName[];
  /** Mistakes: the template does not render until they are mended. */
  readonly problems: readonly TemplateProblem[];
  /** Names that the data does not have, and tags written with full-width braces, which are plain text. */
  readonly unknown: readonly TemplateDoubt[];
  /** Known names that the template does not use. */
  readonly unused: readonly string[];
};

/**
 * Everything that can be said about a template (.docx or .xlsx) without data.
 * @param knownTags names that the data has, dotted or, for columns of a table, plain; without them no name is doubted
 * @param columns names that only rows of lists have, each with those lists: outside their loops they print nothing
 * @throws AppError unreadable-file when the bytes are neither kind of document
 */
export function checkTemplate(bytes: Uint8Array, knownTags?: readonly string[], columns: Columns = new Map()): TemplateCheck {
  const found = isWorkbook(bytes) ? workbookTags(bytes) : documentTags(bytes, new Set(knownTags));
  const { tags, fullWidth } = found;
  const problems = inReadingOrder(found.problems);
  if (knownTags === undefined) return { tags, problems, unknown: inReadingOrder(fullWidth), unused: [] };
  const known = new Set([...knownTags, ...providedNames]);
  const unknown = tags.flatMap((tag) => (isKnown(tag, known) ? outsideItsList(tag, columns) : [unknownTag(tag, knownTags)]));
  const used = new Set(tags.flatMap((tag) => namesOf(tag).flatMap(prefixes)));
  return { tags, problems, unknown: inReadingOrder([...unknown, ...fullWidth]), unused: knownTags.filter((name) => !used.has(name)) };
}

type Columns = ReadonlyMap<string, readonly string[]>;

type FoundTags = { readonly tags: readonly TagName[]; readonly problems: readonly TemplateProblem[]; readonly fullWidth: readonly TemplateDoubt[] };

/** Whether the bytes are a workbook, whatever their file is called. Throws AppError unreadable-file for bytes that are no package. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const archive = readZip(bytes);
  const main = relationshipsOf(archive, '').find((relationship) => relationship.type === 'officeDocument');
  return main !== undefined && (contentTypeOf(archive, main.target) ?? '').includes('spreadsheetml');
}

function workbookTags(bytes: Uint8Array): FoundTags {
  const { tags: found, problems, doubts } = compileWorkbookTemplate(bytes);
  const tags = found.filter(({ name }) => name !== '');
  const distinct = new Map(tags.toReversed().map((tag) => [[tag.part, ...tag.within, tag.name].join('\n'), tag]));
  return { tags: tags.filter((tag) => distinct.get([tag.part, ...tag.within, tag.name].join('\n')) === tag), problems, fullWidth: doubts };
}

/** All names of an expression count, unless the data has a key spelled like the whole of it. */
function documentTags(bytes: Uint8Array, known: ReadonlySet<string>): FoundTags {
  const { tags, problems, doubts } = compileTemplate(bytes, formOptions);
  const distinct = new Map<string, TagName>();
  for (const { part, place, names, computed, within: around } of tags) {
    const used = computed !== undefined && known.has(computed) ? [{ name: computed, within: [] }] : names.filter(({ name }) => name !== '');
    for (const { name, within: lists } of used) {
      const within = [...around, ...lists];
      const key = [part, ...within, name].join('\n');
      if (!distinct.has(key)) distinct.set(key, { part, place, name, within });
    }
  }
  return { tags: [...distinct.values()], problems, fullWidth: doubts };
}

/** The name alone and as a column of each loop around it: inside `{#人员}`, `{姓名}` may mean 人员.姓名. */
function namesOf(tag: TagName): readonly string[] {
  return [tag.name, ...tag.within.map((loop) => `${loop}.${tag.name}`), [...tag.within, tag.name].join('.')];
}

function prefixes(name: string): readonly string[] {
  const segments = name.split('.');
  return segments.map((_, index) => segments.slice(0, index + 1).join('.'));
}

function isKnown(tag: TagName, known: ReadonlySet<string>): boolean {
  return namesOf(tag).some((name) => known.has(name));
}

function outsideItsList(tag: TagName, columns: Columns): readonly TemplateDoubt[] {
  const lists = columns.get(tag.name);
  const first = lists?.find((name) => /\p{Script=Han}/u.test(name)) ?? lists?.[0];
  if (lists === undefined || first === undefined || tag.within.some((loop) => lists.includes(loop))) return [];
  return [{
    part: tag.part, place: tag.place ?? '', tag: `{${tag.name}}`,
    message: `“${tag.name}”是“${first}”里的一栏，写在循环外面会是空白。`, suggestion: `写在 {#${first}}…{/${first}} 中间`,
  }];
}

function unknownTag(tag: TagName, knownTags: readonly string[]): TemplateDoubt {
  const likely = nameInFull(tag.name, knownTags) ?? likelyName(tag.name, knownTags) ?? likelyName([...tag.within, tag.name].join('.'), knownTags);
  const base = { part: tag.part, place: tag.place ?? '', tag: `{${tag.name}}`, message: `没有“${tag.name}”这一项，生成时会是空白。` };
  if (/\s(?:且|或|非)|(?:且|或|非)\s/.test(tag.name)) return { ...base, suggestion: '且、或、非 的两边要有空格' };
  return likely === undefined ? base : { ...base, suggestion: `是否想写“${likely}”？` };
}

/** `日期` where the form calls it 巡检日期: two characters are near to everything, but the first name that ends with them is hardly meant otherwise. */
function nameInFull(written: string, knownTags: readonly string[]): string | undefined {
  return Array.from(written).length === 2 ? knownTags.find((name) => name.endsWith(written) && !name.includes('.')) : undefined;
}
