import { useCallback, useRef, useState } from 'react';
import { attachmentLimit } from '../../../shared/records/attachment.ts';
import type { RecordHandle } from '../../../shared/ipc/record-channels.ts';
import { call } from '../../api.ts';
import { fileKind, nameWithoutExtension } from '../../attachments/file-kind.ts';
import { base64OfFile } from '../../state/file-bytes.ts';
import { numberedInName } from '../../../shared/sign-off/number-in-name.ts';
import { scanWords } from '../../words/bulk.ts';

/** A scan and the record that it belongs to. */
export type Scan = {
  readonly key: string;
  readonly file: File;
  readonly recordId: string | undefined;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  readonly problem?: string | undefined;
  /** Of one that was attached: by what it can be taken off again. */
  readonly sha256?: string | undefined;
};

export type Scans = {
  readonly scans: readonly Scan[];
  readonly isSending: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly assign: (key: string, recordId: string | undefined) => void;
  readonly drop: (key: string) => void;
  /** Attaches one after the other, those that have a record. Resolves to all, as they are then. */
  readonly send: () => Promise<readonly Scan[]>;
  readonly stop: () => void;
};

async function faultOf(file: File): Promise<string | undefined> {
  if (file.size === 0) return scanWords.empty;
  if (file.size > attachmentLimit) return scanWords.tooLarge(attachmentLimit / 1024 / 1024);
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const kind = fileKind(head);
  const isPdf = String.fromCharCode(...head.subarray(0, 5)) === '%PDF-';
  return kind === 'jpeg' || kind === 'png' || isPdf ? undefined : scanWords.notScan;
}

async function attach(scan: Scan, recordId: string): Promise<Pick<Scan, 'state' | 'problem' | 'sha256'>> {
  try {
    const fault = await faultOf(scan.file);
    if (fault !== undefined) return { state: 'failed', problem: fault };
    const base64 = await base64OfFile(scan.file);
    const answer = await call('attachments.add', { recordId, file: { name: scan.file.name, base64 }, role: 'signed-scan', caption: nameWithoutExtension(scan.file.name).slice(0, 300) });
    if (!answer.ok) return { state: 'failed', problem: answer.error.message };
    return { state: 'done', sha256: answer.value.toSorted((a, b) => b.position - a.position)[0]?.sha256 };
  } catch {
    // Moved, locked or a folder.
    return { state: 'failed', problem: scanWords.notRead };
  }
}

/** Many scans on their way to the chosen records, matched by the numbers in their names. */
export function useScans(records: readonly RecordHandle[]): Scans {
  const [scans, setScans] = useState<readonly Scan[]>([]);
  const [isSending, setIsSending] = useState(false);
  const current = useRef(scans);
  const isStopped = useRef(false);
  const put = useCallback((next: readonly Scan[]): void => {
    current.current = next;
    setScans(next);
  }, []);
  const change = (key: string, change: Partial<Scan>): void => put(current.current.map((scan) => (scan.key === key ? { ...scan, ...change } : scan)));

  const send = async (): Promise<readonly Scan[]> => {
    isStopped.current = false;
    setIsSending(true);
    for (;;) {
      // One at a time: a scan may have thirty megabytes.
      const next = current.current.find(({ state, recordId }) => state === 'waiting' && recordId !== undefined);
      if (next?.recordId === undefined || isStopped.current) break;
      change(next.key, { state: 'sending' });
      change(next.key, await attach(next, next.recordId));
    }
    setIsSending(false);
    return current.current;
  };

  return {
    scans,
    isSending,
    add: (files) => put([...current.current, ...files.map((file): Scan => ({ key: crypto.randomUUID(), file, recordId: numberedInName(file.name, records)?.id, state: 'waiting' }))]),
    assign: (key, recordId) => change(key, { recordId, state: 'waiting', problem: undefined }),
    drop: (key) => put(current.current.filter((scan) => scan.key !== key)),
    send,
    stop: () => { isStopped.current = true; },
  };
}
