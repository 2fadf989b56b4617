import type { TierPolicy } from '../../../schemas/tier.ts';

/** One tier above everyone: VIPs go to their personal manager, who has little time to begin. */
export const defaultTiers: readonly TierPolicy[] = [
  {
    id: 'vip',
    name: { en: 'VIP', ru: 'VIP' },
    priority: 'high',
    manager: {
      present: { waitMinutes: 30, then: 'substitute' },
      busy: { waitMinutes: 15, then: 'substitute' },
      away: { waitMinutes: 5, then: 'substitute' },
      closed: { waitMinutes: 0, then: 'line' },
    },
  },
];
