import type { Connection } from '../../../schemas/connection.ts';
import { HookChannel, type Provider } from '../../../schemas/primitives.ts';
import { FetchRefused } from '../../channels/http/fetch-file.ts';
import { downloaders } from '../../channels/registry/downloaders.ts';
import type { Inbound } from '../../desk/inbound.ts';

type Downloading = {
  readonly connections: readonly Connection[];
  readonly secretOf: (connectionId: string) => Promise<unknown>;
  readonly bases: Readonly<Record<Provider, string>>;
};

/** Fetches a file by the reference its channel gave. @throws FetchRefused */
export const fileDownloader =
  ({ connections, secretOf, bases }: Downloading) =>
  async (ref: string, { channel, connectionId }: Inbound): Promise<Uint8Array> => {
    const hook = HookChannel.safeParse(channel);
    const connection = connections.find(({ id }) => id === connectionId);
    if (!hook.success || !connection) throw new FetchRefused('channel-has-no-files', true);
    const secret = await secretOf(connectionId);
    return downloaders[hook.data](ref, { connection, secret, bases, fetch });
  };
