import type { ContractProfile, ExtraField, ServiceItem } from '../contract/profile.ts';
import { optionsOf } from '../records/body-schema.ts';
import type { FieldDefinition } from '../records/fields.ts';
import { comparable } from '../text/normalise.ts';
import { dateValue, flagValue, minuteValue, numberValue, textValue, timeValue, unusable, type CellValue, type Period } from './cell-values.ts';
import type { Cell } from './cell.ts';

/** What a contract says about values. With `period`, dates may be written without their year (8月5日). */
export type ReadingRules = Pick<ContractProfile, 'vocabularies' | 'serviceItems'> & { readonly period?: Period };

/** `3`, `电话咨询、问题排查与处理`, or both as the template's list shows them: `3 电话咨询、问题排查与处理`. */
function serviceItemValue(cell: Cell, items: readonly ServiceItem[], date1904: boolean): CellValue<number> {
  const text = textValue(cell, date1904);
  const wanted = comparable(text);
  const byName = items.filter((item) => comparable(item.name) === wanted || comparable(`${item.no}${item.name}`) === wanted.replace(/^(\d+)[.、．]/, '$1'));
  const first = byName[0];
  if (first && byName.length === 1) return { ok: true, value: first.no };
  if (byName.length > 1) return { ok: false, message: `合同里有 ${byName.length} 个服务项叫“${text.slice(0, 40)}”，请填序号` };
  const number = /^第?\d{1,4}项?$/.test(wanted) ? Number(wanted.replace(/[第项]/g, '')) : undefined;
  if (number !== undefined && items.some((item) => item.no === number)) return { ok: true, value: number };
  return { ok: false, message: `合同没有服务项“${text.slice(0, 40)}”，请填附件里的序号或名称` };
}

function choiceValue(cell: Cell, options: readonly string[], date1904: boolean): CellValue<string> {
  const text = textValue(cell, date1904);
  const option = options.find((entry) => entry === text) ?? options.find((entry) => comparable(entry) === comparable(text));
  return option === undefined ? { ok: false, message: `“${text.slice(0, 30)}”不在选项里，只能是：${options.join(' / ')}` } : { ok: true, value: option };
}

/** The value of a field as its kind's schema wants it. Cells must be filled; tables are read from their own worksheets. */
export function fieldValue(cell: Cell, field: FieldDefinition, rules: ReadingRules, date1904: boolean): CellValue<unknown> {
  const fault = unusable(cell);
  if (fault !== undefined) return { ok: false, message: fault };
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'person': return { ok: true, value: textValue(cell, date1904) };
    case 'date': return dateValue(cell, date1904, rules.period);
    case 'minute': return minuteValue(cell, date1904);
    case 'time': return timeValue(cell, date1904);
    case 'number': return numberValue(cell, field.unit, date1904);
    case 'flag': return flagValue(cell, date1904);
    case 'choice':
    case 'vocabulary': return choiceValue(cell, optionsOf(field, rules), date1904);
    case 'serviceItem': return serviceItemValue(cell, rules.serviceItems, date1904);
    case 'links': return { ok: true, value: textValue(cell, date1904).split(/[、，,；;\s]+/).filter((number) => number !== '') };
    case 'table': return { ok: false, message: '这一栏要填在单独的工作表里' };
    default: return field satisfies never;
  }
}

/** The value of a contract's own extra field. */
export function extraValue(cell: Cell, extra: ExtraField, date1904: boolean, period?: Period): CellValue<string | number | boolean> {
  const fault = unusable(cell);
  if (fault !== undefined) return { ok: false, message: fault };
  switch (extra.type) {
    case 'text':
    case 'longText': {
      const text = textValue(cell, date1904);
      return text.length > 4000 ? { ok: false, message: '最多 4000 个字' } : { ok: true, value: text };
    }
    case 'number': return numberValue(cell, undefined, date1904);
    case 'date': return dateValue(cell, date1904, period);
    case 'choice': return choiceValue(cell, extra.options, date1904);
    case 'flag': return flagValue(cell, date1904);
    default: return extra.type satisfies never;
  }
}
