import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { shownFileLimit, type PrintEntry, type PrintPlan } from '../../../shared/ipc/print-channels.ts';
import { sheetsOfFile, type BoundFile } from '../../../shared/volumes/binding.ts';
import { itemKey } from '../../../shared/volumes/volume.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import { getArrangement } from '../../store/arrangements.ts';
import { getBinding, listPrintTicks, tickPrinted, untickPrinted, type KeptBinding, type PrintTick } from '../../store/bindings.ts';
import { listIssued, type IssuedDocument } from '../../store/issued.ts';
import { stepsOfContract, takeStep } from '../../store/paper-steps.ts';
import type { Core } from '../core.ts';
import { deliveryPlan } from './delivery-plan.ts';
import { outputPlace } from './output-place.ts';

/** Where the volumes of a contract stand. */
export const bindingFolder = '装订';

function bindingOf(core: Core, contractId: string): KeptBinding {
  const binding = getBinding(core.store, contractId);
  if (binding === undefined) throw new AppError('not-found', '还没有装订过，没有可以打印的文件。');
  return binding;
}

function fileOf(binding: KeptBinding, key: string): BoundFile {
  const file = binding.files.find((candidate) => candidate.key === key);
  if (file === undefined) throw new AppError('conflict', '刚才重新装订过，打印计划已经变了，请再看一次。', { entry: key });
  return file;
}

/** Whether what stands there can be what was bound; by its length, since contents of hundreds of megabytes are not read for a list. */
function isAsBound({ name, bytes }: BoundFile, there: { readonly size: number }): boolean {
  return !name.endsWith('.pdf') || there.size === bytes;
}

/** Where an entry of the print plan stands. Throws `not-found` when it was moved away, `conflict` when it is no longer in the plan or something else stands there. */
export async function boundFilePlace(core: Core, contractId: string, key: string): Promise<{ readonly file: BoundFile; readonly place: string }> {
  const file = fileOf(bindingOf(core, contractId), key);
  const place = path.join(outputPlace(core, contractId, bindingFolder), file.name);
  const there = await stat(place).catch(() => undefined);
  if (there === undefined) throw new AppError('not-found', `装订文件夹里已经没有“${file.title}”，可能移走或改名了。请重新装订。`, { entry: key });
  if (!isAsBound(file, there)) throw new AppError('conflict', `装订文件夹里的“${file.title}”不是装订时的那一个，可能被换过，或上次装订中途断了。请重新装订。`, { entry: key });
  return { file, place };
}

/** The bytes of a bound PDF, for the window to show or to save. Throws `invalid-input` for what is too large or no single file. */
export async function readBoundFile(core: Core, contractId: string, key: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { file, place } = await boundFilePlace(core, contractId, key);
  if (!file.name.endsWith('.pdf')) throw new AppError('invalid-input', `“${file.title}”不是 PDF，请打开所在文件夹，用 Word 或 WPS 打印。`, { entry: key });
  if (file.bytes > shownFileLimit) throw new AppError('invalid-input', `“${file.title}”有 ${Math.ceil(file.bytes / 1_000_000)} MB，太大了，请打开所在文件夹查看。`, { entry: key });
  return { name: path.basename(file.name), bytes: await readFile(place) };
}

type Known = { readonly ticks: ReadonlyMap<string, PrintTick>; readonly isCurrent: (document: { readonly deliverable: string; readonly scope: string; readonly sha256: string }) => boolean; readonly folder: string };

async function entryOf(file: BoundFile, { ticks, isCurrent, folder }: Known): Promise<PrintEntry> {
  const { key, kind, title, name, sha256, bytes, sides, doubleSided, copies, volume } = file;
  const tick = ticks.get(key);
  const there = await stat(path.join(folder, name)).catch(() => undefined);
  return {
    key, kind, title, sha256, bytes, sides, sheets: sheetsOfFile(file), doubleSided, copies,
    ...(volume === undefined ? {} : { documents: volume.documents.length, changedDocuments: volume.documents.filter((document) => !isCurrent(document)).length, originals: volume.originals, toPrint: volume.toPrint }),
    state: tick === undefined ? 'open' : tick.sha256 === sha256 ? 'printed' : 'changed',
    ...(tick === undefined ? {} : { printed: { day: tick.day, person: tick.person } }),
    isThere: there !== undefined && isAsBound(file, there),
    isPdf: name.endsWith('.pdf'),
  };
}

/** What is to be printed of a contract's paper, what of it was printed, and what has changed since it was bound. */
export async function printPlan(core: Core, contract: Contract, digests: DataDigests): Promise<PrintPlan> {
  const binding = getBinding(core.store, contract.id);
  if (binding === undefined) return { entries: [], gaps: [], unbound: 0 };
  const { leftOut } = getArrangement(core.store, contract.id).arrangement;
  const issued = new Map(listIssued(core.store, contract.id).map((document) => [itemKey(document), document]));
  const freshness = new Map((await deliveryPlan(core, contract, digests)).filter(({ id }) => !leftOut.includes(id))
    .flatMap(({ id, files }) => files.map((file) => [itemKey({ deliverable: id, scope: file.scope }), file.freshness] as const)));
  const known: Known = {
    ticks: new Map(listPrintTicks(core.store, contract.id).map((tick) => [tick.entry, tick])),
    isCurrent: (document) => freshness.get(itemKey(document)) === 'current' && issued.get(itemKey(document))?.fileSha256 === document.sha256,
    folder: outputPlace(core, contract.id, bindingFolder),
  };
  const bound = new Set(binding.files.flatMap(({ volume }) => volume?.documents ?? []).map(itemKey));
  return {
    binding: { madeAt: binding.madeAt, madeBy: binding.madeBy, office: binding.office, folder: binding.folder },
    entries: await Promise.all(binding.files.map((file) => entryOf(file, known))),
    gaps: binding.gaps,
    unbound: [...freshness.keys()].filter((key) => !bound.has(key)).length,
  };
}

/** The latest productions of the documents in a bound file, as far as they are what was bound. */
function* producedIn(files: readonly BoundFile[], issued: ReadonlyMap<string, IssuedDocument>): Generator<IssuedDocument> {
  for (const document of files.flatMap(({ volume }) => volume?.documents ?? [])) {
    const production = issued.get(itemKey(document));
    if (production !== undefined && production.fileSha256 === document.sha256) yield production;
  }
}

/**
 * Ticks entries off. Documents of a ticked volume that were only made are printed from now on; what is signed or scanned stays so.
 * Answers how many documents went on. Throws `conflict` when a file was bound anew since it was looked at.
 */
export function tickEntries(core: Core, contractId: string, entries: readonly { readonly key: string; readonly sha256: string }[], day: LocalDate, person: string): number {
  const binding = bindingOf(core, contractId);
  const files = entries.map(({ key, sha256 }) => {
    const file = fileOf(binding, key);
    if (file.sha256 !== sha256) throw new AppError('conflict', `“${file.title}”刚才重新装订过，请看过新的文件再登记。`, { entry: key });
    return file;
  });
  return core.store.transaction(() => {
    tickPrinted(core.store, contractId, entries.map(({ key, sha256 }) => ({ entry: key, sha256, day, person })));
    const issued = new Map(listIssued(core.store, contractId).map((document) => [itemKey(document), document]));
    const waiting = [...producedIn(files, issued)].filter(({ state }) => state === 'made');
    for (const { id } of waiting) takeStep(core.store, id, 'printed', { day, person });
    return waiting.length;
  });
}

/** Takes ticks back that were set by mistake. Documents that were printed by exactly this tick wait for the printer again. */
export function untickEntries(core: Core, contractId: string, keys: readonly string[]): number {
  const binding = bindingOf(core, contractId);
  return core.store.transaction(() => {
    const ticks = new Map(listPrintTicks(core.store, contractId).map((tick) => [tick.entry, tick]));
    const steps = stepsOfContract(core.store, contractId);
    const issued = new Map(listIssued(core.store, contractId).map((document) => [itemKey(document), document]));
    let documents = 0;
    for (const key of keys) {
      const tick = ticks.get(key);
      const file = binding.files.find((candidate) => candidate.key === key);
      if (tick === undefined || file === undefined) continue;
      for (const { id, state } of producedIn([file], issued)) {
        const printed = steps.get(id)?.printed;
        if (state !== 'printed' || printed?.day !== tick.day || printed.person !== tick.person) continue;
        takeStep(core.store, id, 'made', printed);
        documents += 1;
      }
    }
    untickPrinted(core.store, contractId, keys);
    return documents;
  });
}
