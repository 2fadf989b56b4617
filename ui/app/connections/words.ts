import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { connections as en } from '../../texts/connections/en.ts';
import { connections as ru } from '../../texts/connections/ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
