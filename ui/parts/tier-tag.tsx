import { tierName } from '../state/tier-name.ts';

/** A customer's standing, where it is another than everybody's. */
export const TierTag = ({ tier }: { tier: string | undefined }) =>
  tier && tier !== 'standard' ? <span class="tag tier">{tierName(tier)}</span> : null;
