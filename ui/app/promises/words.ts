import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { promises as en } from '../../texts/settings/promises-en.ts';
import { promises as ru } from '../../texts/settings/promises-ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
