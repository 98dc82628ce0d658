import type { z } from 'zod';
import { appChannels } from './app-channels.ts';
import { attachmentChannels } from './attachment-channels.ts';
import { calendarChannels } from './calendar-channels.ts';
import { backupChannels } from './backup-channels.ts';
import { carriedChannels } from './carried-channels.ts';
import { contractChannels } from './contract-channels.ts';
import { dataChannels } from './data-channels.ts';
import { discChannels } from './disc-channels.ts';
import { draftChannels } from './draft-channels.ts';
import { entryChannels } from './entry-channels.ts';
import { deliveryChannels } from './delivery-channels.ts';
import { jobChannels } from './job-channels.ts';
import { listChannels } from './list-channels.ts';
import { previewChannels } from './preview-channels.ts';
import { printChannels } from './print-channels.ts';
import { readinessChannels } from './readiness-channels.ts';
import { recordChannels } from './record-channels.ts';
import { reportLifeChannels } from './report-life-channels.ts';
import { reportChannels } from './report-channels.ts';
import { signOffChannels } from './sign-off-channels.ts';
import { templateChannels } from './template-channels.ts';
import { volumeChannels } from './volume-channels.ts';
import type { Channel } from './channel.ts';

/** The one list of calls across the wall between window and core; each room of it in a file of its own. */
export const ipcContract = {
  ...appChannels,
  ...readinessChannels,
  ...calendarChannels,
  ...contractChannels,
  ...recordChannels,
  ...attachmentChannels,
  ...listChannels,
  ...draftChannels,
  ...entryChannels,
  ...templateChannels,
  ...previewChannels,
  ...reportChannels,
  ...reportLifeChannels,
  ...deliveryChannels,
  ...signOffChannels,
  ...volumeChannels,
  ...jobChannels,
  ...printChannels,
  ...carriedChannels,
  ...discChannels,
  ...dataChannels,
  ...backupChannels,
} as const;

export type IpcContract = typeof ipcContract;
export type ChannelName = keyof IpcContract;
/** What the handler receives: parsed, defaults filled in. */
export type ChannelInput<C extends ChannelName> = z.output<IpcContract[C]['input']>;
/** What the caller may write: fields with defaults may be left out. */
export type ChannelCall<C extends ChannelName> = z.input<IpcContract[C]['input']>;
export type ChannelOutput<C extends ChannelName> = IpcContract[C] extends Channel<z.ZodType, infer Output> ? Output : never;

export type Handlers = { readonly [C in ChannelName]: (input: ChannelInput<C>) => Promise<ChannelOutput<C>> | ChannelOutput<C> };

/** Calls about the data folder as a whole; who answers them stands above any one open folder. */
export type WorkspaceChannel = keyof typeof dataChannels | keyof typeof backupChannels;
export type WorkspaceHandlers = Pick<Handlers, WorkspaceChannel>;
/** Calls about what is in the open folder. */
export type FolderHandlers = Omit<Handlers, WorkspaceChannel>;

export function isChannelName(name: string): name is ChannelName {
  return Object.hasOwn(ipcContract, name);
}
