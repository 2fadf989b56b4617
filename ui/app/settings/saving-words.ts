import { computed } from '@preact/signals';
import { language } from '../../state/preferences.ts';
import { savingTexts } from '../../texts/settings/saving-texts.ts';

export const saving = computed(() => savingTexts[language.value]);
