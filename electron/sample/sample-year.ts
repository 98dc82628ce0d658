import type { ContractPerson, ContractProfile } from '../../shared/contract/profile.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { dropEmpty } from '../../shared/records/body-schema.ts';
import type { AnyRecord, RecordInput } from '../../shared/records/record.ts';
import { inRecordOrder } from '../../shared/figures/record-index.ts';
import { createBackups } from './backups.ts';
import { createChanges } from './changes.ts';
import { createComplaints } from './complaints.ts';
import { cutComplaint, cutIncident, cutInspection, cutRequest } from './cut-off.ts';
import { plantPhotoFaults } from './faults/photo-faults.ts';
import { plantRecordFaults, plantReportFaults } from './faults/plant-faults.ts';
import { createFrame, type Frame } from './frame.ts';
import { createIncidents } from './incidents.ts';
import { createInspections } from './inspections.ts';
import { numberEntries, type Entries } from './number-entries.ts';
import { createPhotos, type SamplePhoto } from './photos.ts';
import type { PlantedFault } from './planted-fault.ts';
import { createReports, numberReports } from './reports.ts';
import { createRequests } from './requests.ts';
import { createTrainings } from './trainings.ts';
import { createVisits } from './visits.ts';
import { createWorklogs } from './worklogs.ts';

export type SampleOptions = {
  readonly seed: number;
  /** Last day of the sample: nothing later is known, and reports due later do not exist. */
  readonly until?: LocalDate | undefined;
  /** Plants known faults for the readiness rules to find. */
  readonly gaps?: boolean | undefined;
};

export type SampleYear = {
  /** Everybody named in the records; they belong into the profile. */
  readonly people: readonly ContractPerson[];
  /** Final records with their numbers, by day. */
  readonly records: readonly RecordInput[];
  /** Draws pictures for some of the records, by their numbers. */
  readonly photos: () => readonly SamplePhoto[];
  readonly planted: readonly PlantedFault[];
};

function createEntries(frame: Frame): Entries {
  // Meetings and faults have their hours; daily work fills what is left of the days.
  const training = createTrainings(frame);
  const { visits, surveys } = createVisits(frame);
  const incidents = createIncidents(frame);
  const change = createChanges(frame);
  const backups = createBackups(frame);
  const inspections = createInspections(frame, { known: [...incidents.known, ...backups.known], lastBackup: backups.lastBackup });
  const requests = createRequests(frame);
  const worklog = createWorklogs(frame, [...inspections.orders, ...incidents.orders, ...backups.orders, ...requests.orders]);
  return {
    inspection: inspections.entries, worklog, request: requests.entries, survey: surveys, incident: incidents.entries,
    complaint: createComplaints(frame), training, visit: visits, 'backup-run': backups.entries, change,
  };
}

function cutEntries(entries: Entries, until: LocalDate): Entries {
  const known = <E extends { readonly date: LocalDate }>(list: readonly E[]): E[] => list.filter((entry) => entry.date <= until);
  return {
    inspection: known(entries.inspection).map((entry) => cutInspection(entry, until)),
    worklog: known(entries.worklog),
    request: known(entries.request).map((entry) => cutRequest(entry, until)),
    survey: known(entries.survey),
    incident: known(entries.incident).map((entry) => cutIncident(entry, until)),
    complaint: known(entries.complaint).map((entry) => cutComplaint(entry, until)),
    training: known(entries.training),
    visit: known(entries.visit),
    'backup-run': known(entries['backup-run']).filter((entry) => entry.doneOn <= until),
    change: known(entries.change),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inputOf(record: AnyRecord): RecordInput {
  const body = dropEmpty(record.body);
  return {
    kind: record.kind, number: record.number, status: record.status, body: isObject(body) ? body : {}, signOff: record.signOff,
    ...(Object.keys(record.extra).length === 0 ? {} : { extra: record.extra }),
    ...(record.lateReason === undefined ? {} : { lateReason: record.lateReason }),
  };
}

/**
 * A believable record of the contract's service, derived from its profile: the same profile, seed and options give the same
 * records on every computer. Without `gaps` the readiness check finds no error in it.
 */
export function sampleYear(profile: ContractProfile, { seed, until, gaps }: SampleOptions): SampleYear {
  const frame = createFrame(profile, seed);
  const all = createEntries(frame);
  const records = numberEntries(frame, until === undefined ? all : cutEntries(all, until), until);
  // Reports are written after the faults are in, so that their numbers agree with the records.
  const planted = gaps === true ? plantRecordFaults(frame, records, until) : { records, faults: [] };
  const reports = createReports(frame, planted.records, until);
  const told = gaps === true ? plantReportFaults(frame, planted.records, reports) : { reports: numberReports(frame, reports), faults: [] };
  const inputs = [...planted.records, ...told.reports].toSorted(inRecordOrder).map(inputOf);
  const pictures = gaps === true ? plantPhotoFaults(inputs) : { faults: [], spoil: (photos: readonly SamplePhoto[]) => photos };
  return {
    people: frame.cast.people,
    records: inputs,
    photos: () => pictures.spoil(createPhotos(seed, inputs)),
    planted: [...planted.faults, ...told.faults, ...pictures.faults],
  };
}
