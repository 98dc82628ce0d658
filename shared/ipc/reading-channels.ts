import type { ChannelName } from './contract.ts';

/**
 * The calls that change nothing: they are answered while the data folder is open for reading only, every other one is refused.
 * A channel that is not named here counts as a writing one, so forgetting it costs a view, never a record.
 */
const readingChannels: ReadonlySet<string> = new Set<ChannelName>([
  'app.info', 'overview.get', 'check.run', 'check.notes', 'reports.figures',
  'intake.read', 'intake.sheet', 'contracts.list', 'contracts.document', 'contracts.unsettled', 'contracts.extraFieldUse',
  'records.list', 'records.handles', 'records.place', 'records.values', 'lists.get', 'records.get', 'records.last', 'records.history', 'records.linked', 'records.takenOver', 'records.sheet',
  'attachments.list', 'attachments.read',
  'drafts.get', 'drafts.list', 'drafts.readFile',
  'templates.list', 'templates.inspect', 'templates.read', 'templates.reveal', 'templates.reference',
  'preview.offices', 'preview.document', 'preview.pdf', 'preview.stop',
  'calendar.month', 'reports.periods', 'reports.drafts', 'reports.digest', 'reports.counted', 'reports.life',
  'carried.list', 'deliverables.plan', 'signOff.board', 'signOff.scans', 'signOff.readScan', 'volumes.get', 'discs.list', 'discs.estimate', 'discs.drives', 'discs.verify', 'handovers.list', 'handovers.reveal', 'print.plan', 'print.open', 'print.read', 'print.reveal', 'jobs.list', 'jobs.verify', 'jobs.cancel', 'jobs.reveal',
]);

/** Whether a call may be answered in a folder that is open for reading only. */
export function isReadingChannel(name: string): boolean {
  return readingChannels.has(name);
}
