import { formatNumber } from '../deliverables/format-value.ts';
import { freePersonDays } from '../figures/requests.ts';
import { roundTo } from '../figures/tally.ts';
import type { RecordOf } from '../records/record.ts';
import { defineRule } from './define-rule.ts';
import { agedRecords, listNumbers, nameOf } from './rule-records.ts';

/** From this share of the quota on it is worth knowing that little is left. */
const nearlyUsed = 0.9;

/** 需求人日超额度没提示 (合同第八章 3): what goes over the free quota must be charged, or say why it is not. */
export const personDaysOverQuota = defineRule({
  id: 'person-days-over-quota',
  title: '免费需求累计人日超出额度',
  severity: 'error',
  observe: (input) => {
    const quota = input.profile.changeQuota.personDays;
    let used = 0;
    const over: RecordOf<'request'>[] = [];
    for (const request of agedRecords(input, 'request')) {
      const personDays = freePersonDays(request);
      used = roundTo(used + personDays, 2);
      if (personDays > 0 && used > quota && request.body.chargeNote === undefined) over.push(request);
    }
    const limit = formatNumber(quota, 2);
    if (over.length > 0) {
      return [{
        message: `免费需求累计 ${formatNumber(used, 2)} 人日，超出合同额度 ${limit} 人日；超出部分未转收费，也没有收费说明：${listNumbers(over)}。`,
        advice: '与甲方商定超出部分的费用，改为收费并填写收费说明；双方同意免费的，在收费说明中写明。',
        recordIds: over.map((request) => request.id),
        date: over[0]?.date,
      }];
    }
    return quota > 0 && used >= quota * nearlyUsed && used <= quota
      ? [{ severity: 'notice', message: `免费需求累计 ${formatNumber(used, 2)} 人日，额度 ${limit} 人日，只剩 ${formatNumber(quota - used, 2)} 人日。`, advice: '后续需求先与甲方商定费用。', mending: [] }]
      : [];
  },
});

export const chargeWithoutNote = defineRule({
  id: 'charge-without-note',
  title: '收费需求没有收费说明',
  severity: 'warning',
  observe: (input) => agedRecords(input, 'request')
    .filter((request) => request.body.charge === '收费' && request.body.chargeNote === undefined)
    .map((request) => ({ message: `${nameOf(request)} 是收费需求，没有收费说明。`, advice: '写明双方商定的费用和依据。', recordIds: [request.id], date: request.date })),
});
