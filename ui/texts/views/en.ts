import type { ViewTexts } from './view-texts.ts';

export const views: ViewTexts = {
  title: 'All tickets',
  filters: 'Show only',
  source: 'Source',
  anySource: 'Every source',
  purpose: 'Topic',
  anyPurpose: 'Every topic',
  person: 'Person',
  anyone: 'Anyone',
  nobody: 'Nobody yet',
  tier: 'Standing',
  anyTier: 'Every standing',
  language: 'Language',
  anyLanguage: 'Every language',
  clear: 'Show all',
  empty: 'No ticket is like this.',
  channels: 'Channels',
  connections: 'Mailboxes, bots, numbers',
};
