import { z } from 'zod';
import type { LocalDate } from '../dates.ts';
import { bindingProfiles } from '../volumes/arrangement.ts';
import type { BindingGap, BoundFileKind, PageRange } from '../volumes/binding.ts';
import { channel, dayInput, idInput } from './channel.ts';
import type { Job } from './jobs.ts';

/** `changed`: what was printed is not what the file shows now. */
export type PrintState = 'open' | 'printed' | 'changed';

/** One thing to print. Sheets and sides are of one copy; 0 where nobody could count them. */
export type PrintEntry = {
  readonly key: string;
  readonly kind: BoundFileKind;
  readonly title: string;
  /** Digest of the file, to be given back when it is ticked off. */
  readonly sha256: string;
  readonly bytes: number;
  readonly sides: number;
  readonly sheets: number;
  readonly doubleSided: boolean;
  readonly copies: number;
  /** Of a volume: documents in it, and how many of them have changed since it was bound. */
  readonly documents?: number | undefined;
  readonly changedDocuments?: number | undefined;
  /** Pages of each signed original in a volume: the paper that was signed is bound there, and nothing needs to be printed. */
  readonly originals?: readonly PageRange[] | undefined;
  /** Pages of the file that are left to print then, for the print dialog. */
  readonly toPrint?: readonly PageRange[] | undefined;
  readonly state: PrintState;
  readonly printed?: { readonly day: LocalDate; readonly person: string } | undefined;
  /** The file still stands in the folder of the binding. */
  readonly isThere: boolean;
  /** A PDF; otherwise a folder of Word files. */
  readonly isPdf: boolean;
};

/** What to print of the last binding, and how far it is. */
export type PrintPlan = {
  /** Undefined before the first binding. */
  readonly binding?: { readonly madeAt: string; readonly madeBy: string; readonly office?: string | undefined; readonly folder: string } | undefined;
  readonly entries: readonly PrintEntry[];
  readonly gaps: readonly BindingGap[];
  /** Documents of the delivery plan that no bound volume holds. */
  readonly unbound: number;
};

const entryKey = z.string().min(1).max(260);
const contractInput = z.strictObject({ contractId: idInput });

/** A file for the window to show; a whole volume with photos stays below this. */
export const shownFileLimit = 80_000_000;

/** Binding of the paper, and its printing. */
export const printChannels = {
  /** Replaces the last binding in the output folder 装订. */
  'jobs.bind': channel<Job>()(z.strictObject({ contractId: idInput, profile: z.enum(bindingProfiles).optional() })),
  'print.plan': channel<PrintPlan>()(contractInput),
  /** Ticks entries off; documents of a volume that were waiting for the printer are printed then. `conflict` when a file was bound anew meanwhile. */
  'print.tick': channel<{ readonly documents: number }>()(z.strictObject({
    contractId: idInput, entries: z.array(z.strictObject({ key: entryKey, sha256: z.string().regex(/^[0-9a-f]{64}$/) })).min(1).max(1000), day: dayInput, person: z.string().trim().min(1, '请填写打印人').max(50),
  })),
  'print.untick': channel<{ readonly documents: number }>()(z.strictObject({ contractId: idInput, entries: z.array(entryKey).min(1).max(1000) })),
  /** Opens the file in the system's own viewer, which prints it; a folder of Word files opens as itself. */
  'print.open': channel<{ readonly opened: boolean; readonly location: string }>()(z.strictObject({ contractId: idInput, key: entryKey })),
  'print.read': channel<{ readonly name: string; readonly base64: string }>()(z.strictObject({ contractId: idInput, key: entryKey })),
  'print.reveal': channel<{ readonly opened: boolean; readonly location: string }>()(contractInput),
} as const;
