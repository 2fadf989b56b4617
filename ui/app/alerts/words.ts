import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { alerts as en } from '../../texts/settings/alerts-en.ts';
import { alerts as ru } from '../../texts/settings/alerts-ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
