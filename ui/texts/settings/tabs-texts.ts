/** Names of the pages of settings; all of them show them. */
export type TabTexts = Record<
  | 'label'
  | 'routing'
  | 'topics'
  | 'suggestion'
  | 'lines'
  | 'hours'
  | 'tiers'
  | 'promises'
  | 'alerts'
  | 'roles'
  | 'audit',
  string
>;

export const tabs: Record<'en' | 'ru', TabTexts> = {
  en: {
    label: 'Settings',
    routing: 'Routing rules',
    topics: 'Topics',
    suggestion: 'Suggested topics',
    lines: 'Lines',
    hours: 'Hours',
    tiers: 'Tiers',
    promises: 'Promises',
    alerts: 'Alerts',
    roles: 'Roles',
    audit: 'Audit trail',
  },
  ru: {
    label: 'Настройки',
    routing: 'Правила сортировки',
    topics: 'Темы',
    suggestion: 'Подсказка темы',
    lines: 'Линии',
    hours: 'Часы',
    tiers: 'Уровни',
    promises: 'Обещания',
    alerts: 'Оповещения',
    roles: 'Роли',
    audit: 'Журнал действий',
  },
};
