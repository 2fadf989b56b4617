import type { ClassifierSettings } from '../../../schemas/classifier.ts';

type Words<K extends string> = Record<K, string>;

export const suggestion = {
  title: 'Suggested topics',
  hint: 'Learned from the desk’s own closed tickets, language by language, and tried on tickets it had not seen. Rules, the customer’s choice and the mailbox come first.',
  mode: 'What it may do',
  modes: {
    off: 'nothing',
    suggest: 'suggest: agents see the topic and how sure it is',
    decide: 'decide, when it is sure enough, where nothing else does',
  } satisfies Words<ClassifierSettings['mode']>,
  threshold: 'Sure enough from',
  percent: (share: number) => `${share} %`,
  wouldDecide: (language: string, decided: number, right: number) =>
    `${language}: it would decide ${decided} % of tickets, ${right} % of them right.`,
  wouldDecideNone: (language: string) =>
    `${language}: it would decide nothing; it is never so sure.`,
  notTried: (language: string) => `${language}: what so sure a suggestion is worth was not tried.`,
  unknown: 'What that would mean is known when it has learned.',
  learn: 'Learn anew',
  learning: 'Learning from closed tickets…',
  learned: 'It has learned anew.',
  nightly: 'It learns by itself every night.',
  reading: 'Reading how right it is…',
  nothing: 'Nothing has been learned yet.',
  nothingHint: 'It needs closed tickets with a topic. It learns every night, or now.',
  tooFew: (language: string, tickets: number, needed: number) =>
    `${language}: ${tickets} closed tickets, ${needed} are needed. Nothing is suggested in this language yet.`,
  trained: (when: string, tickets: string) => `Learned ${when} from ${tickets} closed tickets.`,
  right: (share: number, tickets: string) =>
    `Right for ${share} % of ${tickets} tickets that it had not seen.`,
  baseline: (share: number) =>
    `Always naming the most frequent topic would be right for ${share} %.`,
  noBetter: 'That is no better than always naming the most frequent topic.',
  accuracy: 'Right on tickets it had not seen',
  always: 'Always the most frequent topic',
  perTopic: 'Topic by topic',
  columns: {
    topic: 'Topic',
    heldOut: 'Tickets',
    precision: 'Right when it names it',
    recall: 'Found of those that are so',
  },
  sure: 'How sure, how much, how right',
  sureColumns: { threshold: 'Sure from', decided: 'Decides', accuracy: 'Right' },
  failed: 'How right it is cannot be read now.',
  again: 'Try again',
  languages: { en: 'English', ru: 'Russian' } as Record<string, string>,
};
export type SuggestionTexts = typeof suggestion;
