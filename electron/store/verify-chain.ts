import type { Problem } from '../../shared/app-error.ts';
import { chainDevices, chainStart, changeHash } from './changes.ts';
import { contractHash } from './contracts.ts';
import { rowHash } from './record-row.ts';
import { reading } from './sqlite-errors.ts';
import type { ReadableStore } from './store.ts';

/** One device's chain: how many entries, and the digest of the last one. */
export type Chain = { readonly device: string; readonly entries: number; readonly head: string };

export type ChainReport = { readonly chains: readonly Chain[]; readonly problems: readonly Problem[] };

/**
 * Reads the whole change log and everything it describes: every entry must follow from the one before it, and every record and contract
 * must be what its last entry left. Finds what SQLite's own check cannot: changed bits in a text, entries taken out, records altered by another program.
 */
export function verifyChain(store: ReadableStore): ChainReport {
  return reading(() => {
    const checked = chainDevices(store.statements.changes).map((device) => checkDevice(store, device));
    return {
      chains: checked.map(({ chain }) => chain),
      problems: [...checked.flatMap(({ problems }) => problems), ...checkContracts(store), ...checkRecords(store)],
    };
  });
}

function checkDevice(store: ReadableStore, device: string): { readonly chain: Chain; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  let head = chainStart;
  let entries = 0;
  for (const row of store.statements.changes.ofDevice.each(device)) {
    entries += 1;
    const place = `修改记录 ${device} 第 ${row.seq} 条`;
    if (row.seq !== entries) problems.push({ place, message: `第 ${entries} 条缺失` });
    else if (row.prev_hash !== head) problems.push({ place, message: '与上一条接不上' });
    if (changeHash(row) !== row.hash) problems.push({ place, message: '内容与摘要不符' });
    entries = row.seq;
    head = row.hash;
  }
  return { chain: { device, entries, head }, problems };
}

function checkContracts(store: ReadableStore): Problem[] {
  const problems: Problem[] = [];
  for (const row of store.statements.changes.contractStates.each()) {
    if (row.logged_state !== contractHash(row)) problems.push({ place: `合同 ${row.id}`, message: stateMessage(row.logged_state) });
  }
  return problems;
}

function checkRecords(store: ReadableStore): Problem[] {
  const problems: Problem[] = [];
  for (const row of store.statements.changes.recordStates.each()) {
    if (row.logged_state !== rowHash(row)) problems.push({ place: `记录 ${row.number ?? row.id}`, message: stateMessage(row.logged_state) });
  }
  return problems;
}

function stateMessage(logged: string | null): string {
  return logged === null ? '没有修改记录' : '与最后一条修改记录不符';
}
