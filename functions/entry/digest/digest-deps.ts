import type { Language } from '../../../schemas/primitives.ts';
import type { ArrivalStore } from '../../desk/arrival-stores.ts';
import type { DeskStore } from '../../desk/settings-stores.ts';
import type { ArchiveStore } from '../../desk/stores.ts';
import type { ObjectStore } from '../../storage/object-store.ts';

/** What the jobs of a night stand on. */
export type DigestDeps = {
  readonly arrivals: Pick<ArrivalStore, 'recent' | 'save'>;
  readonly desk: Pick<DeskStore, 'load'>;
  readonly archive: Pick<ArchiveStore, 'newest'>;
  readonly files: Pick<ObjectStore, 'put'>;
  readonly learning: { readonly language: Language; readonly topics: readonly string[] };
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};
