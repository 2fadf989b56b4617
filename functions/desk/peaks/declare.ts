import { createHash } from 'node:crypto';
import type { Peak } from '../../../schemas/peak.ts';

type Declared = Pick<Peak, 'name' | 'factors' | 'notice'> & { readonly hours: number };

/** From a name and a moment: the same declaration twice within a millisecond is one. */
const idOf = (name: string, now: string): string => {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 20);
  const mark = createHash('sha256').update(`${now}|${name}`).digest('hex').slice(0, 10);
  return `${words || 'peak'}-${mark}`.replaceAll(/-+/g, '-');
};

/** A peak from now on. Tickets that come in it get the peak's promise: that is what it is declared for. */
export const declaredPeak = ({ name, hours, factors, notice }: Declared, now: string): Peak => ({
  id: idOf(name, now),
  name,
  kind: 'declared',
  from: now,
  to: new Date(Date.parse(now) + hours * 3_600_000).toISOString(),
  factors,
  usesPeakPromises: true,
  ...(notice && { notice }),
});
