import { z } from 'zod';
import { media } from '../deliverables/medium.ts';
import type { DiscEvent, HandoverDisc } from '../discs/disc.ts';
import type { BurningMeans } from '../discs/drive.ts';
import { channel, dayInput, idInput, nothing, outputFolder } from './channel.ts';
import type { PackageStanding } from './delivery-channels.ts';
import type { Job } from './jobs.ts';

/** What goes onto a disc beside the documents. */
const choice = z.strictObject({ photos: z.boolean(), scans: z.boolean(), others: z.boolean(), pdf: z.boolean() });

export type DiscChoice = z.output<typeof choice>;

/** One disc that a hand-over would become. Bytes are estimated before the documents are made. */
export type PlannedDisc = { readonly number: number; readonly groups: readonly string[]; readonly files: number; readonly bytes: number };

/** How much is handed over, and over how many discs of the medium it spreads. `notMade`: documents whose size is only guessed. */
export type DiscEstimate = {
  readonly bytes: number;
  readonly files: number;
  readonly capacity: number | undefined;
  readonly discs: readonly PlannedDisc[];
  readonly notMade: number;
  /** Why it cannot be spread, in Chinese. */
  readonly problem?: string | undefined;
};

/** A disc that was made: where it stands, and what was done with it. Newest event last. */
export type MadeDisc = HandoverDisc & { readonly standing: PackageStanding; readonly hasImage: boolean; readonly events: readonly DiscEvent[] };

/** A hand-over with its discs. */
export type DiscSet = { readonly handoverId: string; readonly name: string; readonly madeAt: string; readonly madeBy: string; readonly discs: readonly MadeDisc[] };

const disc = { contractId: idInput, handover: idInput, number: z.number().int().min(1).max(99) };
/** 操作人: whoever puts the disc in. */
const person = z.string().trim().min(1, '请填写操作人').max(40);

/** From files to discs that are known to be readable: spreading, images, burning, reading back, the papers. */
export const discChannels = {
  'discs.estimate': channel<DiscEstimate>()(z.strictObject({ contractId: idInput, medium: z.enum(media), choice })),
  /** Newest first; those from before discs were recorded are not among them. */
  'discs.list': channel<readonly DiscSet[]>()(z.strictObject({ contractId: idInput })),
  /** Looks at the drives of this computer; takes seconds. */
  'discs.drives': channel<BurningMeans>()(nothing),
  'discs.make': channel<Job>()(z.strictObject({ contractId: idInput, output: outputFolder, medium: z.enum(media), images: z.boolean(), choice, today: dayInput.optional() })),
  /** Burns the image of a disc, reads the disc back and compares it; both are recorded. */
  'discs.burn': channel<Job>()(z.strictObject({ ...disc, drive: z.string().min(1).max(300), person })),
  /** Compares a disc with its lists and with what was recorded: its folder, its image, the disc in a drive, or wherever the person says that it lies. */
  'discs.verify': channel<Job>()(z.strictObject({ ...disc, target: z.enum(['folder', 'image', 'drive', 'place']), drive: z.string().max(300).optional(), place: z.string().trim().max(1000).optional(), person })),
  /** Makes a paper of a hand-over's discs as Word. */
  'discs.paper': channel<Job>()(z.strictObject({ contractId: idInput, handover: idInput, paper: z.enum(['register', 'labels']) })),
} as const;
