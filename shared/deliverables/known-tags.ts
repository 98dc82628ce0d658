import { wholePeriod } from '../contract/periods.ts';
import type { KindName } from '../records/kinds.ts';
import { isChartTag } from './chart-tag.ts';
import { exampleProfile, exampleQuestions, exampleRecords } from './example-data.ts';
import { identityNames } from './identity-tags.ts';
import { listData } from './list-data.ts';
import { paperExample } from './paper-examples.ts';
import type { PaperSubject } from './paper-subjects.ts';
import { photoData } from './photo-data.ts';
import { recordData, type TemplateData, type TemplateValue } from './record-data.ts';
import { reportData } from './report-data.ts';

/** Names inside groups count with and without their group: `合计.条数` and, inside `{#合计}`, `条数`. */
function collect(data: TemplateData, prefix: string, names: Set<string>, intoLists = true): void {
  for (const [name, value] of Object.entries(data)) {
    names.add(`${prefix}${name}`);
    collectInside(value, `${prefix}${name}.`, names, intoLists);
  }
}

function isList(value: TemplateValue): value is readonly TemplateData[] {
  return Array.isArray(value);
}

function collectInside(value: TemplateValue, prefix: string, names: Set<string>, intoLists: boolean): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  if (isChartTag(value)) {
    names.add(`${prefix}图号`).add('图号');
    return;
  }
  if (isPicture(value)) return;
  if (isList(value)) {
    if (intoLists) for (const row of value) collect(row, '', names);
  } else {
    collect(value, prefix, names, intoLists);
    collect(value, '', names, intoLists);
  }
}

/** Every row of every list, however deep, with the name of the list as a loop at that place writes it. */
function visitRows(data: TemplateData, prefix: string, visit: (list: string, row: TemplateData) => void): void {
  for (const [name, value] of Object.entries(data)) {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array || isChartTag(value) || isPicture(value)) continue;
    if (!isList(value)) {
      visitRows(value, `${prefix}${name}.`, visit);
      continue;
    }
    for (const row of value) {
      visit(`${prefix}${name}`, row);
      visitRows(row, '', visit);
    }
  }
}

/** A picture is one value, whatever it is made of. */
function isPicture(value: TemplateData | readonly TemplateData[]): boolean {
  return !isList(value) && value['bytes'] instanceof Uint8Array;
}

/** Tags that only some records have. */
const conditionalTags = ['已作废', '作废原因', '补录原因', '补充栏目', '栏目', '内容', ...identityNames];

const examplePhoto = { name: '照片.jpg', caption: '示例照片', bytes: new Uint8Array() };

/** What forms and lists of the kind are filled with, for records that have everything. */
function exampleData(kind: KindName): readonly TemplateData[] {
  const profile = exampleProfile();
  const records = exampleRecords();
  const own = records.filter((record) => record.kind === kind);
  return [
    ...own.flatMap((record) => [recordData(profile, record, records), ...(record.kind === 'report' ? [{ ...reportData(profile, record, records, exampleQuestions) }] : [])]),
    photoData([examplePhoto, examplePhoto]),
    listData(profile, kind, wholePeriod(profile.service), own, records),
  ];
}

/** Every tag that a form or list of this kind may use, in Chinese and English; columns of tables by their own names. */
export function knownTags(kind: KindName): readonly string[] {
  const names = new Set(conditionalTags);
  for (const data of exampleData(kind)) collect(data, '', names);
  return [...names];
}

/** Tags that only stand for something within a loop, each with the lists that have it: 检查结果 within 巡检项目. */
export function columnTags(kind: KindName): ReadonlyMap<string, readonly string[]> {
  const everywhere = new Set(conditionalTags);
  const columns = new Map<string, Set<string>>();
  const examples = exampleData(kind);
  for (const data of examples) collect(data, '', everywhere, false);
  for (const data of examples) {
    visitRows(data, '', (list, row) => {
      const names = new Set<string>();
      collect(row, '', names);
      for (const name of names) {
        if (!everywhere.has(name)) columns.set(name, (columns.get(name) ?? new Set()).add(list).add(list.slice(list.lastIndexOf('.') + 1)));
      }
    });
  }
  return new Map([...columns].map(([name, lists]) => [name, [...lists]]));
}

/** Every tag of a paper that is no record. */
export function paperTags(subject: PaperSubject): readonly string[] {
  const names = new Set<string>();
  collect(paperExample(subject), '', names);
  return [...names];
}
