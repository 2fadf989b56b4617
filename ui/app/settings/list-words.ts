import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { listTexts } from '../../texts/settings/list-texts.ts';

export const listWords = computed(() => listTexts[language.value]);

/** `90` is `1 h 30 min`. */
export const minutesText = (minutes: number): string =>
  listWords.value.span(Math.floor(minutes / 60), minutes % 60);
