/** Names of the pages of settings; all of them show them. */
export type TabTexts = Record<'label' | 'routing' | 'audit', string>;

export const tabs: Record<'en' | 'ru', TabTexts> = {
  en: { label: 'Settings', routing: 'Routing rules', audit: 'Audit trail' },
  ru: { label: 'Настройки', routing: 'Правила сортировки', audit: 'Журнал действий' },
};
