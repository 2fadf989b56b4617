import { personOf, renamed } from './facts-of.ts';
import type { Random } from './random.ts';
import type { Person, Story, Turn } from './story.ts';

type Making = { readonly random: Random; readonly connectionId: string; readonly until: number };
type Telling = Pick<Story, 'customer' | 'topic' | 'subject' | 'opening'> & Partial<Story>;

/** Short ways to write single stories down. */
export const storyMakers = ({ random, connectionId, until }: Making) => {
  // Far from the indexes of ordinary customers.
  let index = 5_000;
  const somebody = (language: Person['language'], name: string, isWoman = false): Person => {
    index += 1;
    return { ...renamed(personOf(random, language, index), name), isWoman };
  };
  const mail = (minutesAgo: number, story: Telling): Story => ({
    // Whole seconds, a little aside of the full minute.
    opensAt: Math.floor((until - minutesAgo * 60_000) / 1000) * 1000 - 17_000,
    channel: 'mail',
    connectionId,
    agent: 'priya',
    turns: [],
    ...story,
  });
  /** Nobody has answered yet. */
  const waiting = (customer: Person, minutesAgo: number, words: readonly [string, string]) =>
    mail(minutesAgo, {
      customer,
      topic: 'missing-cashback',
      subject: words[0],
      opening: { text: words[1] },
    });
  return { somebody, mail, waiting };
};

export const reply = (
  minutes: number,
  leaves: 'open' | 'waiting' | 'closed',
  text: string,
): Turn => ({ minutes, does: 'reply', leaves, text });

export const hours = (count: number) => count * 60;
export const days = (count: number) => count * 24 * 60;
