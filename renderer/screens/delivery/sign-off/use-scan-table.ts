import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { attachmentLimit } from '../../../../shared/records/attachment.ts';
import { proposeScan, scanDoubts, type MatchingPlan, type ProposedPiece, type ScanDoubt, type ScanTarget } from '../../../../shared/sign-off/match-scans.ts';
import { call } from '../../../api.ts';
import { jpegName, nameWithoutExtension } from '../../../attachments/file-kind.ts';
import { cutPiece } from '../../../scans/cut-piece.ts';
import { openCodeReader, readScan, type CodeReader } from '../../../scans/read-scan.ts';
import { turned, type ScanQuality, type Turn } from '../../../scans/scan-choices.ts';
import { base64OfFile } from '../../../state/file-bytes.ts';
import { newId } from '../../../state/new-id.ts';
import { scanFaultWords, scanTableWords } from '../../../words/sign-off.ts';

/** One line of the table: a paper in a file that was dropped. */
export type ScanLine = {
  readonly key: string;
  readonly file: File;
  readonly kind: 'pdf' | 'picture';
  readonly from: number;
  readonly to: number;
  readonly pagesOfFile: number;
  readonly turns: readonly Turn[];
  readonly target: ScanTarget | undefined;
  readonly foundBy: ProposedPiece['foundBy'] | 'hand';
  readonly strangeCode: string | undefined;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  /** Why it is no scan, or was not kept. */
  readonly problem: string | undefined;
};

export type ScanTable = {
  readonly lines: readonly ScanLine[];
  readonly doubts: readonly (readonly ScanDoubt[])[];
  /** What is being read now. */
  readonly reading: { readonly name: string; readonly page: number; readonly pages: number } | undefined;
  readonly sending: { readonly done: number; readonly all: number } | undefined;
  readonly add: (files: readonly File[], target?: ScanTarget) => void;
  readonly assign: (key: string, target: ScanTarget | undefined) => void;
  readonly turn: (key: string) => void;
  readonly drop: (key: string) => void;
  /** Keeps the scans file by file, those that have a document. Resolves to how many papers were kept and how many failed. */
  readonly send: (contractId: string, quality: ScanQuality, day: string) => Promise<{ readonly kept: number; readonly failed: number }>;
  readonly stop: () => void;
};

type Piece = { readonly deliverable: string; readonly scope: string; readonly recordId?: string; readonly version?: number; readonly file: { readonly name: string; readonly base64: string }; readonly pages: number };

/** What is kept of a line's file: its pages, turned, as fine as was chosen; undefined when that cannot be made. */
export function cutLine({ file, kind, from, to, turns }: Pick<ScanLine, 'file' | 'kind' | 'from' | 'to' | 'turns'>, quality: ScanQuality): Promise<Blob | undefined> {
  return cutPiece(kind === 'pdf' ? { kind, file, from, to, turns, quality } : { kind, file, turn: turns[0] ?? 0, quality });
}

async function pieceOf(line: ScanLine, target: ScanTarget, quality: ScanQuality): Promise<Piece | { readonly problem: string }> {
  const { file, kind, from, to, pagesOfFile } = line;
  const cut = await cutLine(line, quality);
  if (cut === undefined) return { problem: scanTableWords.notMade };
  if (cut.size > attachmentLimit) return { problem: scanTableWords.tooLarge(attachmentLimit / 1024 / 1024) };
  const part = from === 1 && to === pagesOfFile ? file.name : `${nameWithoutExtension(file.name)}_${from}${from === to ? '' : `-${to}`}.pdf`;
  const name = cut === file || kind === 'pdf' ? part : jpegName(part);
  const { deliverable, scope, recordId, version } = target;
  return { deliverable, scope, ...(recordId === undefined ? {} : { recordId }), ...(version === undefined ? {} : { version }), file: { name: name.slice(-255), base64: await base64OfFile(cut) }, pages: to - from + 1 };
}

/** Keeps all papers of one file together; answers what is wrong with each line that was not kept. */
async function keepFile(contractId: string, lines: readonly ScanLine[], quality: ScanQuality, day: string): Promise<ReadonlyMap<string, string>> {
  const pieces: Piece[] = [];
  const problems = new Map<string, string>();
  for (const line of lines) {
    if (line.target === undefined) continue;
    const piece = await pieceOf(line, line.target, quality).catch(() => ({ problem: scanFaultWords['not-read'] }));
    if ('problem' in piece) problems.set(line.key, piece.problem);
    else pieces.push(piece);
  }
  // One file, one step: with a part that cannot be kept none is.
  if (problems.size > 0) return new Map(lines.map(({ key }) => [key, problems.get(key) ?? scanTableWords.notMade]));
  const result = await call('signOff.attach', { contractId, pieces, day });
  return result.ok ? problems : new Map(lines.map(({ key }) => [key, result.error.message]));
}

/** Scanned files on their way to their documents: read, proposed, looked over by the person, kept. */
export function useScanTable(plan: MatchingPlan): ScanTable {
  const [lines, setLines] = useState<readonly ScanLine[]>([]);
  const [reading, setReading] = useState<ScanTable['reading']>();
  const [sending, setSending] = useState<ScanTable['sending']>();
  const current = useRef(lines);
  const latestPlan = useRef(plan);
  const queue = useRef<readonly { readonly file: File; readonly target: ScanTarget | undefined }[]>([]);
  const isReading = useRef(false);
  const isStopped = useRef(false);
  const isGone = useRef(false);
  const reader = useRef<CodeReader>(undefined);
  useEffect(() => {
    latestPlan.current = plan;
  });
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      reader.current?.close();
      reader.current = undefined;
    };
  }, []);

  const put = useCallback((next: readonly ScanLine[]): void => {
    current.current = next;
    setLines(next);
  }, []);
  const change = useCallback((keys: readonly string[], what: Partial<ScanLine>): void => put(current.current.map((line) => (keys.includes(line.key) ? { ...line, ...what } : line))), [put]);

  const readOne = useCallback(async (file: File, target: ScanTarget | undefined): Promise<void> => {
    reader.current ??= openCodeReader();
    const read = await readScan(file, reader.current, (page, pages) => setReading({ name: file.name, page, pages }));
    if (isGone.current) return;
    const base = { file, turns: [0 as const], strangeCode: undefined, problem: undefined, state: 'waiting' as const };
    if ('fault' in read) return put([...current.current, { ...base, key: newId(), kind: 'picture', from: 1, to: 1, pagesOfFile: 1, target: undefined, foundBy: undefined, state: 'failed', problem: scanFaultWords[read.fault] }]);
    const pieces: readonly ProposedPiece[] = target === undefined ? proposeScan({ name: file.name, pages: read.pages }, latestPlan.current) : [{ from: 1, to: read.pages.length, target, foundBy: undefined }];
    put([...current.current, ...pieces.map((piece): ScanLine => ({
      ...base, key: newId(), kind: read.kind, from: piece.from, to: piece.to, pagesOfFile: read.pages.length, target: piece.target, foundBy: target === undefined ? piece.foundBy : 'hand',
      strangeCode: piece.strangeCode, turns: read.pages.slice(piece.from - 1, piece.to).map(({ turn }) => turn),
    }))]);
  }, [put]);

  const add = useCallback((files: readonly File[], target?: ScanTarget): void => {
    queue.current = [...queue.current, ...files.map((file) => ({ file, target }))];
    if (isReading.current) return;
    isReading.current = true;
    void (async () => {
      for (;;) {
        const [next, ...rest] = queue.current;
        if (next === undefined || isGone.current) break;
        queue.current = rest;
        setReading({ name: next.file.name, page: 1, pages: 1 });
        await readOne(next.file, next.target);
      }
      isReading.current = false;
      setReading(undefined);
    })();
  }, [readOne]);

  const send: ScanTable['send'] = async (contractId, quality, day) => {
    isStopped.current = false;
    const ready = current.current.filter(({ state, target }) => (state === 'waiting' || state === 'failed') && target !== undefined);
    const byFile = [...Map.groupBy(ready, ({ file }) => file).values()];
    let kept = 0;
    let failed = 0;
    for (const [index, own] of byFile.entries()) {
      if (isStopped.current) break;
      const keys = own.map(({ key }) => key);
      setSending({ done: index, all: byFile.length });
      change(keys, { state: 'sending', problem: undefined });
      const problems = await keepFile(contractId, own, quality, day);
      for (const key of keys) change([key], problems.has(key) ? { state: 'failed', problem: problems.get(key) } : { state: 'done' });
      if (problems.size === 0) kept += own.length;
      else failed += own.length;
    }
    setSending(undefined);
    return { kept, failed };
  };

  const open = lines.filter(({ state }) => state !== 'done');
  const doubtOf = useMemo(() => {
    const found = scanDoubts(open, plan.documents);
    return new Map(open.map((line, index) => [line.key, found[index] ?? []]));
  }, [open, plan.documents]);

  return {
    lines,
    doubts: lines.map(({ key }) => doubtOf.get(key) ?? []),
    reading,
    sending,
    add,
    assign: (key, target) => change([key], { target, foundBy: target === undefined ? undefined : 'hand', state: 'waiting', problem: undefined }),
    turn: (key) => put(current.current.map((line) => (line.key === key ? { ...line, turns: line.turns.map((turn) => turned(turn)) } : line))),
    drop: (key) => put(current.current.filter((line) => line.key !== key)),
    send,
    stop: () => { isStopped.current = true; },
  };
}
