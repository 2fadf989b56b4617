import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { audit as en } from '../../texts/settings/audit-en.ts';
import { audit as ru } from '../../texts/settings/audit-ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
