import { wholePeriod } from '../contract/periods.ts';
import type { KindName } from '../records/kinds.ts';
import { isChartTag } from './chart-tag.ts';
import { exampleProfile, exampleRecords } from './example-data.ts';
import { exampleHandoverList } from './handover-list-example.ts';
import { listData } from './list-data.ts';
import { photoData } from './photo-data.ts';
import { recordData, type TemplateData, type TemplateValue } from './record-data.ts';
import { reportData } from './report-data.ts';

/** Names inside groups count with and without their group: `合计.条数` and, inside `{#合计}`, `条数`. */
function collect(data: TemplateData, prefix: string, names: Set<string>): void {
  for (const [name, value] of Object.entries(data)) {
    names.add(`${prefix}${name}`);
    collectInside(value, `${prefix}${name}.`, names);
  }
}

function isList(value: TemplateValue): value is readonly TemplateData[] {
  return Array.isArray(value);
}

function collectInside(value: TemplateValue, prefix: string, names: Set<string>): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  if (isChartTag(value)) {
    names.add(`${prefix}图号`).add('图号');
    return;
  }
  if (isPicture(value)) return;
  if (isList(value)) for (const row of value) collect(row, '', names);
  else {
    collect(value, prefix, names);
    collect(value, '', names);
  }
}

/** A picture is one value, whatever it is made of. */
function isPicture(value: TemplateData | readonly TemplateData[]): boolean {
  return !isList(value) && value['bytes'] instanceof Uint8Array;
}

/** Tags that only some records have. */
const conditionalTags = ['已作废', '作废原因', '补录原因', '补充栏目', '栏目', '内容'];

const examplePhoto = { name: '照片.jpg', caption: '示例照片', bytes: new Uint8Array() };

/** Every tag that a form or list of this kind may use, in Chinese and English; columns of tables by their own names. */
export function knownTags(kind: KindName): readonly string[] {
  const profile = exampleProfile();
  const records = exampleRecords();
  const own = records.filter((record) => record.kind === kind);
  const names = new Set(conditionalTags);
  for (const record of own) {
    collect(recordData(profile, record, records), '', names);
    if (record.kind === 'report') collect({ ...reportData(profile, record, records) }, '', names);
  }
  collect(photoData([examplePhoto, examplePhoto]), '', names);
  collect(listData(profile, kind, wholePeriod(profile.service), own, records), '', names);
  return [...names];
}

/** Every tag of the hand-over list (文件移交清单). */
export function handoverListTags(): readonly string[] {
  const names = new Set<string>();
  collect({ ...exampleHandoverList() }, '', names);
  return [...names];
}
