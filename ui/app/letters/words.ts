import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { letters as en } from '../../texts/letters/en.ts';
import { letters as ru } from '../../texts/letters/ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
