import type { AuditAction } from '../../../../schemas/audit.ts';
import type { Peak } from '../../../../schemas/peak.ts';
import { peaksOn } from '../../../desk/peaks/active-peak.ts';
import { conflict } from '../../../desk/problem.ts';
import { log } from '../../../observe/log.ts';
import type { ApiDeps } from '../api-deps.ts';
import { audited } from '../audited.ts';
import type { Caller } from '../types.ts';

const mostTries = 5;

type Deps = Pick<ApiDeps, 'desk' | 'now'>;
type StoredPeaks = { readonly items: readonly Peak[]; readonly version: number };

/** One change of one peak. */
export type PeakChange = {
  readonly action: Extract<AuditAction, 'peak.declared' | 'peak.ended'>;
  readonly peak: Peak;
};

export const peaksView = ({ items, version }: StoredPeaks, now: string) => ({
  items: [...items],
  version,
  now: peaksOn(items, now).map(({ id }) => id),
});

/**
 * Puts one peak beside the others, or in its place. Nobody has to have seen the newest list for that: when somebody
 * saved in between, the change is asked for again on what they saved. `undefined` changes nothing.
 * @throws Problem `settings.changed` when others save all the time
 */
export const changePeaks = async (
  { desk, now }: Deps,
  caller: Caller,
  change: (peaks: readonly Peak[], now: string) => PeakChange | undefined,
): Promise<ReturnType<typeof peaksView>> => {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const { items, version } = (await desk.load('peaks')) ?? { items: [], version: 0 };
    const at = now();
    const changed = change(items, at);
    if (!changed) return peaksView({ items, version }, at);
    const { action, peak } = changed;
    const before = items.find(({ id }) => id === peak.id);
    const after = before
      ? items.map((item) => (item.id === peak.id ? peak : item))
      : [...items, peak];
    const changes = before ? { before, after: peak } : { after: peak };
    const entry = audited(caller, { action, target: peak.id, changes, at });
    if ((await desk.save('peaks', after, version, entry)) === 'saved') {
      log.info(action, { peakId: peak.id, agentId: caller.id });
      return peaksView({ items: after, version: version + 1 }, at);
    }
  }
  throw conflict(
    'settings.changed',
    'Somebody saved this list after you opened it. Look at what they changed, then save again.',
  );
};
