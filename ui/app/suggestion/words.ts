import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { suggestion as en } from '../../texts/settings/suggestion-en.ts';
import { suggestion as ru } from '../../texts/settings/suggestion-ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
