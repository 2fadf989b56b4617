import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { tiers as en } from '../../texts/settings/tiers-en.ts';
import { tiers as ru } from '../../texts/settings/tiers-ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
