import type { Language } from '../../../../schemas/primitives.ts';
import { enCompany } from './en-company.ts';
import { enMoney } from './en-money.ts';
import { enUsing } from './en-using.ts';
import { ruCompany } from './ru-company.ts';
import { ruMoney } from './ru-money.ts';
import { ruUsing } from './ru-using.ts';
import type { TopicTexts } from './types.ts';

const texts = {
  en: { ...enMoney, ...enUsing, ...enCompany },
  ru: { ...ruMoney, ...ruUsing, ...ruCompany },
} as const satisfies Record<Language, Record<string, TopicTexts>>;

export type StoryTopic = keyof (typeof texts)['en'];

export const textsOf = (topic: StoryTopic, language: Language): TopicTexts =>
  texts[language][topic];
