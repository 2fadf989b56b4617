import type { Connection } from '../../../schemas/connection.ts';
import type { ObjectStore } from '../../storage/object-store.ts';

/** What taking a hook request in stands on. */
export type HookDeps = {
  readonly connections: readonly Connection[];
  /** A connection's credentials, parsed from JSON. Rejects when they are missing or cannot be read. */
  readonly secretOf: (connectionId: string) => Promise<unknown>;
  /** Puts one job on the inbound queue; resolves when it is stored. */
  readonly enqueue: (body: string) => Promise<void>;
  /** Address of the app, without a slash at the end. */
  readonly appUrl: string;
  /** The bucket of things as received. */
  readonly raw: Pick<ObjectStore, 'put'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};
