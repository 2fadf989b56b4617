import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { apply } from '../../texts/settings/apply-texts.ts';

/** Texts of applying promises, loaded with its page. */
export const applyWords = computed(() => apply[language.value]);
