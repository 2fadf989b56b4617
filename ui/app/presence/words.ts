import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { team as en } from '../../texts/presence/team-en.ts';
import { team as ru } from '../../texts/presence/team-ru.ts';

/** This page's texts, loaded with it. */
export const words = computed(() => (language.value === 'ru' ? ru : en));
