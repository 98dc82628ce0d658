import { reportingPeriods } from '../contract/periods.ts';
import { formatChineseDate } from '../dates.ts';
import { evidenceByItem } from '../figures/breakdowns.ts';
import { kindOf } from '../records/kinds.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { agedRecords, figureInput } from './rule-records.ts';

/** 附件1 的服务项没有证据. In the last reporting period it is a warning, when there is still time to serve the item; afterwards an error. */
export const serviceItemWithoutEvidence = defineRule({
  id: 'service-item-without-evidence',
  title: '服务项没有任何记录佐证',
  severity: 'error',
  observe: (input) => {
    const { service } = input.profile;
    const last = reportingPeriods(input.profile).at(-1);
    if (last === undefined || input.today < last.from) return [];
    const over = input.today > service.to;
    return evidenceByItem(figureInput(input, service.from, service.to))
      .filter(({ records }) => records.length === 0)
      .map(({ item }): Observation => {
        const [kind] = item.evidence;
        return {
          severity: over ? 'error' : 'warning',
          message: `服务项 ${item.no}“${item.name}”（${item.quantity}${item.unit}）整个服务期${over ? '' : '至今'}没有一份单据。`,
          advice: kind === undefined ? '补录以这个服务项登记的工作记录，或在合同档案中设定它由哪种单据佐证。' : `补录佐证这个服务项的${kindOf(kind).title}${kind === 'worklog' ? '' : '，或以这个服务项登记的工作记录'}。`,
          mending: [{ action: 'add-record', kind: kind ?? 'worklog' }, { action: 'edit-profile', field: `serviceItems.${item.no}` }],
        };
      });
  },
});

/** 满意度样本不足: at least one survey for each reporting period. */
export const surveyMissing = defineRule({
  id: 'survey-missing',
  title: '季度没有满意度调查表',
  severity: 'warning',
  observe: (input) => {
    const surveys = agedRecords(input, 'survey');
    return reportingPeriods(input.profile)
      .filter((period) => period.to < input.today && !surveys.some((survey) => survey.date >= period.from && survey.date <= period.to))
      .map((period) => ({
        message: `${period.label}（${formatChineseDate(period.from)}至${formatChineseDate(period.to)}）没有满意度调查表。`,
        advice: '补做满意度调查，或补录已收回的调查表。',
        date: period.to,
        mending: [{ action: 'add-record', kind: 'survey', date: period.to }],
      }));
  },
});
