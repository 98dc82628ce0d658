import { stdout } from 'node:process';
import { dayType, workingDays } from '../../shared/calendar/working-days.ts';
import { lastHandoverDay, reportingPeriods, reviewDeadline, wholePeriod } from '../../shared/contract/periods.ts';
import { addMinutes, eachDay, formatChineseMinute, minutesBetween } from '../../shared/dates.ts';
import { figuresOf } from '../../shared/figures/figures.ts';
import { checkReadiness } from '../../shared/rules/check.ts';
import { makeRecord, testProfile } from './records.ts';

/** Run in a process of its own under another TZ: prints everything that depends on days and minutes. */
const profile = testProfile();
const { from, to } = profile.service;
const records = eachDay('2024-08-03', '2024-08-20').map((date) => makeRecord('inspection', { date })).concat(makeRecord('inspection', { date: '2025-08-02' }));
const incident = makeRecord('incident', { reportedAt: '2025-03-09T01:30', answeredAt: '2025-03-09T02:31', restoredAt: '2025-03-09T06:00' });

stdout.write(JSON.stringify({
  workingDays: workingDays(from, to).length,
  types: eachDay(from, to).map((date) => dayType(date)).join(' '),
  periods: reportingPeriods(profile),
  deadlines: eachDay(from, to).map((date) => reviewDeadline(profile, date)).join(' '),
  handover: lastHandoverDay(profile),
  minutes: [minutesBetween('2024-11-03T00:30', '2024-11-03T03:30'), addMinutes('2025-03-30T00:59', 61), formatChineseMinute('2025-03-30T01:59')],
  figures: figuresOf(profile, wholePeriod(profile.service), [...records, incident], to),
  findings: checkReadiness({ profile, records: [...records, incident], calendar: {}, today: '2025-08-20' }).map((finding) => finding.message),
}));
