import { AppError } from '../../shared/app-error.ts';
import { isMedium } from '../../shared/deliverables/medium.ts';
import { discEventKinds, discTargets, type DiscEvent, type HandoverDisc, type NewDiscEvent } from '../../shared/discs/disc.ts';
import { appendChange, tick } from './changes.ts';
import { reading } from './sqlite-errors.ts';
import type { DiscEventRow, DiscRow } from './sql/disc-sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** Differences of one check that are kept in words; whoever has more to mend begins with these. */
const keptProblems = 50;

/** Notes the discs of a hand-over that was just recorded. Inside the caller's transaction. */
export function recordDiscs(store: WritableStore, handoverId: string, discs: readonly HandoverDisc[]): void {
  store.transaction(() => {
    for (const disc of discs) {
      store.statements.discs.insertDisc.run({
        handover_id: handoverId, number: disc.number, medium: disc.medium, label: disc.label, groups: JSON.stringify(disc.groups), files: disc.files, bytes: disc.bytes,
        manifest_sha256: disc.manifestSha256, image_bytes: disc.imageBytes ?? null, image_sha256: disc.imageSha256 ?? null,
      });
    }
  });
}

/** The discs of all hand-overs of a contract, by hand-over and in their order. */
export function discsOfContract(store: ReadableStore, contractId: string): Map<string, HandoverDisc[]> {
  return reading(() => {
    const rows = store.statements.discs.discsOfContract.all(contractId);
    return new Map([...Map.groupBy(rows, (row) => row.handover_id)].map(([id, own]) => [id, own.map(toDisc)]));
  });
}

/** Notes that an image was made of a disc later on. */
export function recordImage(store: WritableStore, contractId: string, handoverId: string, number: number, image: { readonly bytes: number; readonly sha256: string }): void {
  store.transaction(() => {
    store.statements.discs.setImage.run(image.bytes, image.sha256, handoverId, number);
    const at = store.environment.now();
    const fields = [{ field: `disc.${number}.imageSha256`, before: null, after: image.sha256 }];
    appendChange(store, { contractId, subject: 'handover', subjectId: handoverId, action: 'update', revision: 1, at, timestamp: tick(store, at), fields });
  });
}

/** Notes that a disc was burned or checked. Nothing is ever taken back. */
export function recordDiscEvent(store: WritableStore, contractId: string, event: NewDiscEvent): DiscEvent {
  return store.transaction(() => {
    const at = store.environment.now();
    const row: DiscEventRow = {
      id: store.environment.newId(), handover_id: event.handoverId, number: event.number, kind: event.kind, target: event.target, at, user: store.environment.user,
      person: event.person, drive: event.drive, disc: event.disc, ok: event.ok ? 1 : 0, files: event.files, bytes: event.bytes, digest: event.digest,
      problems: JSON.stringify(event.problems.slice(0, keptProblems)), problem_count: event.problemCount,
    };
    store.statements.discs.insertEvent.run(row);
    const { problems: _, handoverId: __, ...logged } = event;
    const fields = Object.entries(logged).map(([field, after]) => ({ field: `${event.kind}.${field}`, before: null, after }));
    appendChange(store, { contractId, subject: 'handover', subjectId: event.handoverId, action: 'update', revision: 1, at, timestamp: tick(store, at), fields });
    return toEvent(row);
  });
}

/** Every burning and check of a contract's discs, oldest first. */
export function discEvents(store: ReadableStore, contractId: string): DiscEvent[] {
  return reading(() => store.statements.discs.eventsOfContract.all(contractId).map(toEvent));
}

function texts(json: string): readonly string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function toDisc(row: DiscRow): HandoverDisc {
  if (!isMedium(row.medium)) throw new AppError('store-damaged', '光盘的记录已损坏，请从备份恢复。', { handover: row.handover_id });
  return {
    number: row.number, medium: row.medium, label: row.label, groups: texts(row.groups), files: row.files, bytes: row.bytes, manifestSha256: row.manifest_sha256,
    ...(row.image_bytes === null || row.image_sha256 === null ? {} : { imageBytes: row.image_bytes, imageSha256: row.image_sha256 }),
  };
}

function toEvent(row: DiscEventRow): DiscEvent {
  const kind = discEventKinds.find((known) => known === row.kind);
  const target = discTargets.find((known) => known === row.target);
  if (kind === undefined || target === undefined) throw new AppError('store-damaged', '光盘的记录已损坏，请从备份恢复。', { handover: row.handover_id });
  return {
    id: row.id, handoverId: row.handover_id, number: row.number, kind, target, at: row.at, user: row.user, person: row.person, drive: row.drive, disc: row.disc,
    ok: row.ok === 1, files: row.files, bytes: row.bytes, digest: row.digest, problems: texts(row.problems), problemCount: row.problem_count,
  };
}
