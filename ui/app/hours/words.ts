import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { hours as en } from '../../texts/settings/hours-en.ts';
import { hours as ru } from '../../texts/settings/hours-ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
