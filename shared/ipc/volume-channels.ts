import { z } from 'zod';
import { arrangementSchema, type Arrangement } from '../volumes/arrangement.ts';
import type { BoundItem } from '../volumes/volume.ts';
import { channel, idInput } from './channel.ts';

/** Everything that the volumes of a contract are made of; `arrangeVolumes` makes them, in the core and in the window alike. */
export type VolumePlan = {
  /** How often the arrangement was saved; 0 when nobody has. */
  readonly revision: number;
  readonly arrangement: Arrangement;
  /** In the order of the delivery plan, also those that are left out. */
  readonly items: readonly BoundItem[];
  /** What all titles of volumes begin with. */
  readonly prefix: string;
};

/** The volumes of a contract's paper and how they are arranged. */
export const volumeChannels = {
  'volumes.get': channel<VolumePlan>()(z.strictObject({ contractId: idInput })),
  /** Refused with `conflict` when the arrangement was changed since `revision`. */
  'volumes.arrange': channel<{ readonly revision: number }>()(z.strictObject({ contractId: idInput, revision: z.number().int().min(0), arrangement: arrangementSchema })),
} as const;
