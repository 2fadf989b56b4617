import { texts } from '../texts/texts.ts';
import { desk } from './desk.ts';
import { language } from './preferences.ts';

/** A standing in the reader's language; one that is no longer in the list is called by its id. */
export const tierName = (tier: string): string => {
  if (tier === 'standard') return texts.value.lines.standard;
  const known = desk.value?.tiers.find(({ id }) => id === tier);
  return known ? (known.name[language.value] ?? known.name.en) : tier;
};
