import { dayType } from '../calendar/working-days.ts';
import { formatChineseDate } from '../dates.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineRule } from './define-rule.ts';
import type { RuleInput } from './finding.ts';
import { agedRecords, listNumbers, nameOf, perRecordOrGroup } from './rule-records.ts';

const dayNames = { weekend: '休息日', holiday: '法定节假日', workday: '工作日', 'make-up-workday': '调休上班日' } as const;

function onDayOff(input: RuleInput, record: AnyRecord): boolean {
  const type = dayType(record.date, input.profile.calendarOverrides);
  return type === 'weekend' || type === 'holiday';
}

/**
 * 巡检日期落在周末、节假日. Faults, complaints, backups and changes happen on any day (7×24); inspections and work records
 * on days off must say why; meetings with people (training, visit, survey) on days off are only worth a look.
 */
export const offDayWithoutDuty = defineRule({
  id: 'off-day-without-duty',
  title: '非工作日的记录没有注明值班、应急或重保',
  severity: 'warning',
  observe: (input) => {
    const unmarked: AnyRecord[] = [...agedRecords(input, 'inspection'), ...agedRecords(input, 'worklog')]
      .filter((record) => record.body.dutyType === undefined && onDayOff(input, record));
    const meetings: AnyRecord[] = [...agedRecords(input, 'training'), ...agedRecords(input, 'visit'), ...agedRecords(input, 'survey')]
      .filter((record) => onDayOff(input, record));
    return [
      ...perRecordOrGroup(input, unmarked, (record) => ({
        message: `${nameOf(record)} 的日期 ${formatChineseDate(record.date)} 是${dayNames[dayType(record.date, input.profile.calendarOverrides)]}，没有注明值班、应急或重保。`,
        advice: '核对日期；确属非工作日服务的，填写“非工作日值守”。',
        recordIds: [record.id],
        date: record.date,
      }), (records, kindTitle, periodLabel) => ({
        message: `${periodLabel}有 ${records.length} 份${kindTitle}在非工作日，没有注明值班、应急或重保：${listNumbers(records)}。`,
        advice: '逐份核对日期；确属非工作日服务的，填写“非工作日值守”。',
      })),
      ...meetings.map((record) => ({
        severity: 'notice' as const,
        message: `${nameOf(record)} 的日期 ${formatChineseDate(record.date)} 是${dayNames[dayType(record.date, input.profile.calendarOverrides)]}。`,
        advice: '核对日期是否填错。',
        recordIds: [record.id],
        date: record.date,
      })),
    ];
  },
});
