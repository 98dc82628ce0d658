import { dayType, holidayName } from '../../shared/calendar/working-days.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import { formatChineseDate, isLocalDate, type LocalDate } from '../../shared/dates.ts';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import { noticeWords } from '../words/forms.ts';
import type { Notice } from './form-model.ts';
import type { RecordValues } from './record-values.ts';

function dayAt({ body }: RecordValues, name: string): LocalDate | undefined {
  const value = body[name];
  return typeof value === 'string' && isLocalDate(value) ? value : undefined;
}

/** A day outside of the service period. Reports are written after their period: what they report on must lie in it. */
function periodNotice(kind: KindName, values: RecordValues, { service }: ContractProfile): [string, Notice][] {
  const fields = kind === 'report' ? ['periodFrom', 'periodTo'] : ['date'];
  return fields.flatMap((name): [string, Notice][] => {
    const day = dayAt(values, name);
    if (day === undefined || (day >= service.from && day <= service.to)) return [];
    const text = noticeWords.outsidePeriod(formatChineseDate(service.from), formatChineseDate(service.to));
    return [[kindOf(kind).fields[name]?.label ?? name, { text, tone: 'warning' }]];
  });
}

/** A day off without the reason for the service (值守). Faults and complaints come on any day; meetings on such days are only worth a look. */
function dayOffNotice(kind: KindName, values: RecordValues, { calendarOverrides }: ContractProfile): [string, Notice][] {
  const day = dayAt(values, 'date');
  const { fields } = kindOf(kind);
  if (day === undefined || !['inspection', 'worklog', 'training', 'visit', 'survey'].includes(kind)) return [];
  const type = dayType(day, calendarOverrides);
  if (type !== 'weekend' && type !== 'holiday') return [];
  const name = type === 'holiday' ? (holidayName(day, calendarOverrides) ?? noticeWords.holiday) : noticeWords.weekend;
  const duty = fields['dutyType'];
  if (duty === undefined) return [[fields['date']?.label ?? '', { text: noticeWords.meetingOnDayOff(name), tone: 'hint' }]];
  if (values.body['dutyType'] !== undefined) return [];
  return [[duty.label, { text: noticeWords.dayOff(name), tone: 'warning' }]];
}

/** What is worth a look but keeps nobody from saving, by place. */
export function formNotices(kind: KindName, values: RecordValues, profile: ContractProfile): ReadonlyMap<string, Notice> {
  return new Map([...periodNotice(kind, values, profile), ...dayOffNotice(kind, values, profile)]);
}
