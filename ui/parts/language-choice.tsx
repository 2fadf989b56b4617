import type { Language } from '../../schemas/primitives.ts';
import { language } from '../state/preferences.ts';
import { languageNames, texts } from '../texts/texts.ts';

/** Every language there is a file of texts for, each named in itself. */
export const LanguageChoice = () => (
  <select
    aria-label={texts.value.settings.language}
    value={language.value}
    onChange={(event) => {
      // Only the options below can be chosen.
      language.value = event.currentTarget.value as Language;
    }}
  >
    {Object.entries(languageNames).map(([code, name]) => (
      <option key={code} value={code}>
        {name}
      </option>
    ))}
  </select>
);
