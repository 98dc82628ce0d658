import { lastHandoverDay } from '../contract/periods.ts';
import { formatChineseDate, type LocalDate } from '../dates.ts';
import type { SignOffRole } from '../records/define-kind.ts';
import { kindOf } from '../records/kinds.ts';
import type { AnyRecord } from '../records/record.ts';
import { missingSignatures, signedOnFields, signOffRoleNames } from '../records/signatures.ts';
import { defineRule, walkThrough, type Observation } from './define-rule.ts';
import { allAgedRecords, listNumbers, nameOf, perRecordOrGroup } from './rule-records.ts';

/** Days after which a form should have gone round for its signatures. */
const signingDays = 14;

function missingParts(record: AnyRecord): string[] {
  return missingSignatures(record.kind, record.signOff);
}

/** 缺签字: every role of the kind has a name and a date. */
export const signOffMissing = defineRule({
  id: 'sign-off-missing',
  title: '缺签字',
  severity: 'error',
  observe: (input) => {
    const unsigned = allAgedRecords(input, signingDays).filter((record) => missingParts(record).length > 0);
    return perRecordOrGroup(input, unsigned, (record) => ({
      message: `${nameOf(record)} 缺${missingParts(record).join('、')}。`,
      advice: '补齐签字和签字日期，并登记到单据上。',
      recordIds: [record.id],
      date: record.date,
    }), (records, kindTitle, periodLabel) => ({
      message: `${periodLabel}有 ${records.length} 份${kindTitle}缺签字：${listNumbers(records)}，缺${[...new Set(records.flatMap(missingParts))].join('、')}。`,
      advice: '成批打印送签，签完后逐份登记签字人和日期。',
    }));
  },
});

type Signed = { readonly role: SignOffRole; readonly on: LocalDate };

/** 日期链: 单据日期 ≤ 执行 ≤ 审核 ≤ 确认 ≤ 移交. */
export const signOffDateOrder = defineRule({
  id: 'sign-off-date-order',
  title: '签字日期先后不对',
  severity: 'error',
  observe: (input) => {
    const handover = lastHandoverDay(input.profile);
    return walkThrough(allAgedRecords(input), (record): Observation[] => {
      const signed = kindOf(record.kind).signOff.flatMap((role): Signed[] => {
        const on = record.signOff[signedOnFields[role]];
        return on === undefined ? [] : [{ role, on }];
      });
      const early = signed.filter(({ on }) => on < record.date).map(({ role, on }) => `${signOffRoleNames[role]}签字日期 ${formatChineseDate(on)} 早于单据日期 ${formatChineseDate(record.date)}`);
      const late = signed.filter(({ on }) => on > handover).map(({ role, on }) => `${signOffRoleNames[role]}签字日期 ${formatChineseDate(on)} 晚于移交截止 ${formatChineseDate(handover)}`);
      const reversed = signed.flatMap(({ role, on }, position) => {
        const before = signed[position - 1];
        return before !== undefined && on < before.on && on >= record.date ? [`${signOffRoleNames[role]}签字日期早于${signOffRoleNames[before.role]}`] : [];
      });
      const problems = [...early, ...late, ...reversed];
      return problems.length === 0 ? [] : [{
        message: `${nameOf(record)} 的${problems.join('，')}。`,
        advice: '核对签字日期，使 单据日期 ≤ 执行 ≤ 审核 ≤ 确认 ≤ 移交。',
        recordIds: [record.id],
        date: record.date,
      }];
    });
  },
});
