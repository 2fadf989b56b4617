import { effect, signal } from '@preact/signals';
import type { Language } from '../../schemas/primitives.ts';

export type Theme = 'system' | 'light' | 'dark';

const stored = (key: string): string | null => {
  try {
    return localStorage.getItem(`firstline.${key}`);
  } catch {
    return null;
  }
};
const store = (key: string, value: string) => {
  try {
    localStorage.setItem(`firstline.${key}`, value);
  } catch {
    // A browser that keeps nothing still works; it only forgets.
  }
};

const firstLanguage = (): Language => {
  const wanted = stored('language') ?? navigator.language;
  return wanted.startsWith('ru') ? 'ru' : 'en';
};

/** What a person chose on this device. */
export const language = signal<Language>(firstLanguage());
export const theme = signal<Theme>((stored('theme') as Theme | null) ?? 'system');
/** Whether single keys do something. */
export const areShortcutsOn = signal(stored('shortcuts') !== 'off');

effect(() => {
  document.documentElement.lang = language.value;
  store('language', language.value);
});
effect(() => {
  if (theme.value === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.value;
  store('theme', theme.value);
});
effect(() => store('shortcuts', areShortcutsOn.value ? 'on' : 'off'));
