import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { lines as en } from '../../texts/settings/lines-en.ts';
import { lines as ru } from '../../texts/settings/lines-ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
