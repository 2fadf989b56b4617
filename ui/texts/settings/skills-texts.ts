/** What somebody can answer, of each kind. */
const en = {
  kinds: { topics: 'Topics', languages: 'Languages', tiers: 'Tiers', channels: 'Channels' },
  all: {
    topics: 'all topics',
    languages: 'all languages',
    tiers: 'all tiers',
    channels: 'all channels',
  },
  add: (kind: string) => `Add: ${kind}`,
  levelOf: (name: string) => `Level: ${name}`,
};
const ru: typeof en = {
  kinds: { topics: 'Темы', languages: 'Языки', tiers: 'Уровни клиентов', channels: 'Каналы' },
  all: { topics: 'все темы', languages: 'все языки', tiers: 'все уровни', channels: 'все каналы' },
  add: (kind) => `Добавить: ${kind}`,
  levelOf: (name) => `Насколько знает: ${name}`,
};
export const skillsTexts = { en, ru };
