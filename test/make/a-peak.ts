import type { Peak } from '../../schemas/peak.ts';

/** Two days of three times as many. */
export const aPeak = (over: Partial<Peak> = {}): Peak => ({
  id: 'sale',
  name: 'Sale',
  kind: 'planned',
  from: '2026-11-11T00:00:00.000Z',
  to: '2026-11-13T00:00:00.000Z',
  factors: { '*': 3 },
  usesPeakPromises: true,
  ...over,
});
