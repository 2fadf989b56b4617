import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { peaks as en } from '../../texts/peaks/en.ts';
import { peaks as ru } from '../../texts/peaks/ru.ts';

/** Texts of both pages, loaded with them. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
