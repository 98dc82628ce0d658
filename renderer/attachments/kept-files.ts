import type { DraftContent } from '../forms/draft-content.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { call } from '../api.ts';
import { base64OfFile, bytesOfBase64 } from '../state/file-bytes.ts';
import { useWaitingFiles, type AdoptedFile, type WaitingFile } from './waiting-files.ts';

type DraftPlace = { readonly contractId: string; readonly key: string };

function waitingAt(place: string): readonly WaitingFile[] {
  return useWaitingFiles.getState().places[place]?.files ?? [];
}

/** What the draft writes down of the files that the core keeps for it. */
export function keptFiles(place: string): DraftContent['files'] {
  return waitingAt(place).flatMap(({ kept, name, caption, role, reducedFrom }) => (
    kept === undefined ? [] : [{ sha256: kept, name, caption, role, ...(reducedFrom === undefined ? {} : { reducedFrom }) }]
  ));
}

/** Whether files wait that are ready and that the core does not keep yet. */
export function hasUnkeptFiles(place: string): boolean {
  return waitingAt(place).some(({ state, kept }) => state === 'ready' && kept === undefined);
}

/** Whether the window alone holds files, some of which may still be made smaller. */
export function hasFilesOnTheWay(place: string): boolean {
  return waitingAt(place).some(({ state, kept }) => state !== 'failed' && kept === undefined);
}

/** Gives the core every file that is ready. The draft must be there. Resolves to the first failure that another attempt may mend. */
export async function keepFiles({ contractId, key }: DraftPlace): Promise<Failure | undefined> {
  for (const file of waitingAt(key).filter(({ state, kept }) => state === 'ready' && kept === undefined)) {
    const base64 = await base64OfFile(file.content).catch(() => undefined);
    if (base64 === undefined) continue;
    const result = await call('drafts.keepFile', { contractId, key, file: { name: file.name, base64 } });
    if (!result.ok) return result.error;
    useWaitingFiles.getState().keep(file.key, file.content, result.value.sha256);
  }
  return undefined;
}

/** Brings the files of a draft back to the place where they wait, or to the record that they were meant for. */
export async function adoptFiles({ contractId, key }: DraftPlace, files: DraftContent['files'], record?: string): Promise<Result<undefined>> {
  const adopted: AdoptedFile[] = [];
  for (const { sha256, name, caption, role, reducedFrom } of files) {
    const result = await call('drafts.readFile', { contractId, key, sha256 });
    if (!result.ok) return result;
    adopted.push({ name, caption, role, reducedFrom, kept: sha256, content: new Blob([bytesOfBase64(result.value.base64)], { type: result.value.mediaType }) });
  }
  useWaitingFiles.getState().adopt(record ?? key, record, adopted);
  return { ok: true, value: undefined };
}

/** Does something once no file is on its way to a record any more; those that failed are told at the record and stay. */
export function afterSending(recordId: string, act: () => void): void {
  const isDone = (): boolean => waitingAt(recordId).every(({ state }) => state === 'failed');
  if (isDone()) return act();
  const stop = useWaitingFiles.subscribe(() => {
    if (!isDone()) return;
    stop();
    act();
  });
}
