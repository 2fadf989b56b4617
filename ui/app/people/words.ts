import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { personTexts } from '../../texts/people/person-texts.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => personTexts[language.value]);
