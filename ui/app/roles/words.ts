import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { roleTexts } from '../../texts/people/role-texts.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => roleTexts[language.value]);
