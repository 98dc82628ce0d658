import type { LocalDate } from '../../../shared/dates.ts';
import type { AnyRecord, RecordOf } from '../../../shared/records/record.ts';
import type { Frame } from '../frame.ts';
import type { PlantedFault } from '../planted-fault.ts';
import { createRandom } from '../random.ts';
import { numberReports } from '../reports.ts';
import { dropConfirmation, dropSurveys, dropTest, leaveDraft, misfileItem, misspellProject, rollBackSilently, signAfterReport, signTooEarly } from './form-faults.ts';
import { dropInspection, dropMakeUpInspection, openAbnormalItem } from './inspection-faults.ts';
import { chargeSilently, leaveComplaintOpen, leaveIncidentOpen, overrunSilently, passQuota } from './obligation-faults.ts';
import { apply, type RecordFault, type Scene } from './planting.ts';
import { boastInText, dateTooEarly, dropReceipt, dropReport, falsifyFigures, type ReportFault } from './report-faults.ts';
import { breakLink, dropDutyMark, dropNumber, leaveWorkOpen, misspellName, numberOfOtherDay, overlapWork, repeatTexts, tooManyHours, workBeforeService } from './worklog-faults.ts';

// Rare places first; the quota after the charge that lowers its sum; misfiling last, because it moves records of the others.
const recordFaults: readonly RecordFault[] = [
  dropMakeUpInspection, overrunSilently, leaveIncidentOpen, leaveComplaintOpen, dropDutyMark, openAbnormalItem, dropSurveys, rollBackSilently,
  chargeSilently, passQuota, dropTest, dropInspection, overlapWork, dropNumber, numberOfOtherDay, workBeforeService, dropConfirmation, signTooEarly,
  leaveWorkOpen, breakLink, leaveDraft, misspellName, tooManyHours, repeatTexts, signAfterReport, misspellProject, misfileItem,
];

export type PlantedRecords = { readonly records: readonly AnyRecord[]; readonly faults: readonly PlantedFault[] };

/** Plants one fault of each kind for which the records offer a place, each in records of its own. */
export function plantRecordFaults(frame: Frame, records: readonly AnyRecord[], until: LocalDate | undefined): PlantedRecords {
  const lastDay = until === undefined || until > frame.profile.service.to ? frame.profile.service.to : until;
  let scene: Scene = { frame, records, taken: new Set(), lastDay, random: createRandom(frame.seed, 'faults') };
  const faults: PlantedFault[] = [];
  for (const plant of recordFaults) {
    const planting = plant(scene);
    if (planting === undefined) continue;
    faults.push(planting.fault);
    scene = apply(scene, planting);
  }
  return { records: scene.records, faults };
}

type Report = RecordOf<'report'>;
export type PlantedReports = { readonly reports: readonly Report[]; readonly faults: readonly PlantedFault[] };

/** Plants faults in the reports, one per report but for the last, as far as there are reports; then numbers them. */
export function plantReportFaults(frame: Frame, records: readonly AnyRecord[], reports: readonly Report[]): PlantedReports {
  const quarterly = reports.filter((report) => report.body.reportType === '季度');
  const [first, second, third] = quarterly;
  const spare = reports.find((report) => report.body.reportType === '年度') ?? quarterly[3];
  const label = frame.periods.find((period) => period.from === second?.body.periodFrom)?.label ?? '';
  const steps: readonly ((current: readonly Report[]) => ReportFault | undefined)[] = [
    (current) => (first === undefined ? undefined : falsifyFigures(current, first)),
    (current) => (second === undefined ? undefined : dropReport(frame, current, second, label)),
    (current) => (third === undefined ? undefined : dateTooEarly(frame, records, current, third)),
    (current) => (spare?.body.submittedOn === undefined ? undefined : dropReceipt(current, spare)),
    (current) => {
      const written = current.find(({ id }) => id === spare?.id);
      return written === undefined ? undefined : boastInText(current, written);
    },
  ];
  let current = reports;
  const told: ReportFault[] = [];
  for (const step of steps) {
    const fault = step(current);
    if (fault === undefined) continue;
    current = fault.reports;
    told.push(fault);
  }
  const numbered = numberReports(frame, current);
  const faults = told.map(({ rule, reportId, describe, date }): PlantedFault => {
    const number = numbered.find((report) => report.id === reportId)?.number;
    return { rule, description: describe(number ?? ''), numbers: number === undefined ? [] : [number], date };
  });
  return { reports: numbered, faults };
}
