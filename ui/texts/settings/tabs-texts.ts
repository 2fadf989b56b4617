/** Names of the pages of settings; all of them show them. */
export type TabTexts = Record<'label' | 'routing' | 'hours' | 'promises' | 'audit', string>;

export const tabs: Record<'en' | 'ru', TabTexts> = {
  en: {
    label: 'Settings',
    routing: 'Routing rules',
    hours: 'Lines and hours',
    promises: 'Promises',
    audit: 'Audit trail',
  },
  ru: {
    label: 'Настройки',
    routing: 'Правила сортировки',
    hours: 'Линии и часы',
    promises: 'Обещания',
    audit: 'Журнал действий',
  },
};
