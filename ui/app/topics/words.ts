import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { topics as en } from '../../texts/settings/topics-en.ts';
import { topics as ru } from '../../texts/settings/topics-ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
