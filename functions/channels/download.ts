import type { Connection } from '../../schemas/connection.ts';
import type { Provider } from '../../schemas/primitives.ts';

/** What fetching a file may use. */
export type Downloading = {
  readonly connection: Connection;
  /** The connection's secret as stored. */
  readonly secret: unknown;
  readonly bases: Readonly<Record<Provider, string>>;
  readonly fetch: typeof fetch;
};

/**
 * Fetches a file by the reference that the channel's parser left (`IncomingFile.ref`). What a stranger's message points
 * at goes through `http/fetch-file.ts`: size cap, public addresses only, our credentials never to another host.
 * @throws FetchRefused
 */
export type Download = (ref: string, context: Downloading) => Promise<Uint8Array>;
