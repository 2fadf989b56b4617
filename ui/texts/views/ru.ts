import type { ViewTexts } from './view-texts.ts';

export const views: ViewTexts = {
  title: 'Все обращения',
  filters: 'Показать только',
  source: 'Источник',
  anySource: 'Любой источник',
  purpose: 'Тема',
  anyPurpose: 'Любая тема',
  person: 'Сотрудник',
  anyone: 'Любой',
  nobody: 'Пока никто',
  tier: 'Статус клиента',
  anyTier: 'Любой статус',
  language: 'Язык',
  anyLanguage: 'Любой язык',
  clear: 'Показать все',
  empty: 'Таких обращений нет.',
  channels: 'Каналы',
  connections: 'Ящики, боты, номера',
};
