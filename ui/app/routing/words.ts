import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { routing as en } from '../../texts/settings/routing-en.ts';
import { routing as ru } from '../../texts/settings/routing-ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
