import type { DeskStore, FuseStore } from '../../desk/stores.ts';
import type { DeskVariable } from '../desk-variable.ts';
import type { Uploads } from '../uploads.ts';

/** What the public API stands on. */
export type PortalDeps = {
  readonly desk: Pick<DeskStore, 'loadAll'>;
  readonly fuses: FuseStore;
  readonly uploads: Uploads;
  /** Puts one job on the inbound queue; resolves when it is stored. */
  readonly enqueue: (body: string) => Promise<void>;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
  readonly settings: Pick<DeskVariable, 'name' | 'language' | 'timeZone' | 'connections'> & {
    readonly topics: readonly string[];
    readonly signIn: { readonly issuer: string; readonly clientId: string };
  };
};

/** Who asks: nobody we know, at a network address (used for fuses only, never stored or logged). */
export type Visitor = { readonly ip: string };
