import type { Api } from '../../electron/api/create-api.ts';
import type { ChannelCall, ChannelName, ChannelOutput } from '../../shared/ipc/contract.ts';

type Call = <C extends ChannelName>(channel: C, input: ChannelCall<C>) => Promise<ChannelOutput<C>>;

/** Calls as a window makes them, typed; a failure becomes an error that names the channel. `api` gives the one that is open now. */
export function callsOf(api: () => Pick<Api, 'answer'>): Call {
  return async <C extends ChannelName>(channel: C, input: ChannelCall<C>): Promise<ChannelOutput<C>> => {
    const result = await api().answer(channel, input);
    if (!result.ok) throw new Error(`${channel}: ${result.error.code} ${result.error.message}`);
    // The channel's own handler made it.
    return result.value as ChannelOutput<C>;
  };
}
