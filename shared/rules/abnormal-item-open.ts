import { assertNever } from '../assert-never.ts';
import { formatChineseDate } from '../dates.ts';
import { isAbnormal, itemClosing, type OpenReason } from '../figures/closing.ts';
import type { RecordIndex } from '../figures/record-index.ts';
import { carriersOf, type Matter } from '../renewal/unsettled.ts';
import type { Mending } from './finding.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { agedRecords, indexFor, nameOf } from './rule-records.ts';

/** Days an abnormal item may wait for its handling before it counts as forgotten. */
const handlingDays = 3;

function describe(open: OpenReason): string {
  switch (open.reason) {
    case 'unhandled': return '没有写处理措施，也没有处理单号';
    case 'pending': return `超过 ${handlingDays} 天仍待处理`;
    case 'number-unknown': return `处理单号 ${open.number} 查不到正式单据`;
    case 'record-open': return `处理单 ${open.number} 还没有办结`;
    default: return assertNever(open, 'reason of an open item');
  }
}

/** What is handled by a record that is not finished waits for that one; everything else for a record that handles it. */
function mendingOf(inspectionId: string, row: number, item: string, open: OpenReason, index: RecordIndex): Mending {
  const handling = open.reason === 'record-open' ? index.byNumber.get(open.number) : undefined;
  return handling === undefined ? { action: 'link-work', recordId: inspectionId, row, item } : { action: 'open-record', recordId: handling.id };
}

/** What goes on in a renewal: the item itself, or the unfinished record that handles it. */
function mattersOf(inspectionId: string, row: number, open: OpenReason, index: RecordIndex): Matter[] {
  const handling = open.reason === 'record-open' ? index.byNumber.get(open.number) : undefined;
  return handling === undefined ? [{ recordId: inspectionId, row }] : carriersOf(handling, index).map(({ id }) => ({ recordId: id }));
}

/** 异常项没有处理结果 (巡检闭环: 异常必须有处理并闭环). */
export const abnormalItemOpen = defineRule({
  id: 'abnormal-item-open',
  title: '巡检异常项没有闭环',
  severity: 'error',
  observe: (input) => {
    const index = indexFor(input);
    return agedRecords(input, 'inspection', handlingDays).flatMap((inspection): Observation[] => {
      const open = inspection.body.items.flatMap((item, row) => {
        if (!isAbnormal(item)) return [];
        const closing = itemClosing(inspection, item, index);
        return 'open' in closing ? [{ text: `“${item.item}”${describe(closing.open)}`, mending: mendingOf(inspection.id, row, item.item, closing.open, index), matters: mattersOf(inspection.id, row, closing.open, index) }] : [];
      });
      return open.length === 0 ? [] : [{
        message: `${nameOf(inspection)}（${formatChineseDate(inspection.date)}）的异常项没有闭环：${open.map(({ text }) => text).join('；')}。`,
        advice: '填写处理措施和整改完成日期，或填写处理这项异常的工作单、故障单编号并办结它。',
        recordIds: [inspection.id],
        date: inspection.date,
        matters: open.flatMap(({ matters }) => matters),
        mending: [...open.map(({ mending }) => mending), { action: 'open-record', recordId: inspection.id }],
      }];
    });
  },
});
