import type { Connection } from '../../../schemas/connection.ts';
import type { ChannelKind, Language } from '../../../schemas/primitives.ts';
import { factsOf, fill, personOf } from './facts-of.ts';
import type { Random } from './random.ts';
import type { Story, Turn } from './story.ts';
import {
  agentSays,
  customerSays,
  openingOf,
  receiptOf,
  screenshotOf,
  type Telling,
} from './tell.ts';
import { phrases } from './texts/phrases.ts';
import { type StoryTopic, textsOf } from './texts/texts-of.ts';

/** How often each is asked about; the first is the most frequent of the field (product.md). */
const topicShares: Readonly<Record<StoryTopic, number>> = {
  'missing-cashback': 34,
  confirmation: 14,
  payouts: 13,
  'how-to': 8,
  account: 8,
  parcels: 6,
  bug: 7,
  partnership: 4,
  legal: 2,
  other: 6,
};
const channelShares: Readonly<Partial<Record<ChannelKind, number>>> = {
  mail: 52,
  form: 20,
  telegram: 22,
  webhook: 6,
};

/** Who takes what, by the lines they are on. */
const takers: Readonly<
  Record<Language, Readonly<Record<'front' | 'second' | 'managers', string[]>>>
> = {
  en: {
    front: ['priya', 'martin', 'priya', 'anna'],
    second: ['lucas', 'priya'],
    managers: ['tomasz'],
  },
  ru: {
    front: ['anna', 'dmitry', 'dmitry', 'ekaterina'],
    second: ['ekaterina', 'lucas'],
    managers: ['tomasz', 'olga'],
  },
};
const lineOf = (topic: StoryTopic) => {
  if (topic === 'partnership' || topic === 'legal') return 'managers' as const;
  return topic === 'parcels' || topic === 'bug' ? ('second' as const) : ('front' as const);
};

/** The connection a message came by: money and offers have mailboxes of their own, which some people find. */
const connectionOf = (
  random: Random,
  connections: readonly Connection[],
  { channel, topic }: { channel: ChannelKind; topic: StoryTopic },
): string => {
  const able = connections.filter((connection) => connection.channel === channel);
  const special = able.find((one) => 'topic' in one && one.topic === topic);
  const chosen = special && random.chance(0.5) ? special : able[0];
  if (!chosen) throw new Error(`no connection for ${channel}`);
  return chosen.id;
};

type Making = {
  readonly random: Random;
  readonly connections: readonly Connection[];
  readonly opensAt: number;
  readonly index: number;
  /** How many times as long as usual people wait for an answer. */
  readonly delay: number;
};

/** One of the many tickets: question, answer, perhaps a question back, thanks, an end. */
export const ordinaryStory = ({ random, connections, opensAt, index, delay }: Making): Story => {
  const topic = random.weighted(topicShares);
  const language = random.weighted({ en: 48, ru: 52 });
  const has = new Set(connections.map((connection) => connection.channel));
  const wanted = random.weighted(channelShares);
  const channel = has.has(wanted) ? wanted : 'mail';
  const customer = personOf(random, language, index);
  const facts = factsOf(random, customer, opensAt);
  const telling: Telling = { random, texts: textsOf(topic, language), facts, language, channel };
  const opening = openingOf(telling);
  const mayAttach = channel !== 'webhook' && random.chance(0.2);
  return {
    opensAt,
    channel,
    connectionId: connectionOf(random, connections, { channel, topic }),
    customer,
    topic,
    subject: fill(random.pick(telling.texts.subjects), facts),
    opening: {
      text: opening,
      ...(mayAttach && {
        files: [random.chance(0.5) ? screenshotOf(telling) : receiptOf(telling)],
      }),
    },
    ...(channel === 'form' && { fields: formFieldsOf(topic, telling) }),
    agent: random.pick(takers[language][lineOf(topic)]),
    turns: turnsOf(telling, { delay, isSlow: lineOf(topic) === 'managers' }),
  };
};

const turnsOf = (
  telling: Telling,
  { isSlow, delay }: { isSlow: boolean; delay: number },
): Turn[] => {
  const { random, texts, language, channel } = telling;
  const words = phrases[language];
  const isChatting = channel === 'telegram' || channel === 'webhook';
  // Chats are answered sooner; offers and contracts may take two working days.
  const wait = () => delay * random.wait(isSlow ? 260 : isChatting ? 35 : 75);
  const turns: Turn[] = [];
  if (random.chance(0.12)) turns.push({ minutes: wait(), does: 'claim' });
  if (random.chance(0.25))
    turns.push({
      minutes: wait() / 2,
      does: 'note',
      text: fill(random.pick(texts.notes), telling.facts),
    });
  const asksFirst = random.chance(0.45);
  if (asksFirst) {
    turns.push({
      minutes: wait(),
      does: 'reply',
      leaves: 'waiting',
      text: agentSays(telling, random.pick(texts.asks)),
    });
    // Some never answer; others need a day.
    if (random.chance(0.14)) return turns;
    turns.push({
      minutes: random.wait(isChatting ? 25 : 320),
      does: 'customer',
      text: customerSays(telling, random.pick(texts.returns)),
      ...(channel !== 'webhook' && random.chance(0.45) && { files: [screenshotOf(telling)] }),
    });
  }
  if (random.chance(0.1))
    turns.push(
      {
        minutes: wait(),
        does: 'reply',
        leaves: 'open',
        text: agentSays(telling, random.pick(words.reassurances)),
      },
      { minutes: random.between(30, 300), does: 'status', status: 'on_hold' },
      {
        minutes: random.between(800, 3_000),
        does: 'customer',
        text: customerSays(telling, random.pick(words.nudges)),
      },
    );
  turns.push({
    minutes: wait(),
    does: 'reply',
    leaves: random.chance(0.8) ? 'closed' : 'waiting',
    text: agentSays(telling, random.pick(texts.finals)),
  });
  if (random.chance(0.3))
    turns.push(
      {
        minutes: random.wait(150),
        does: 'customer',
        text: customerSays(telling, random.pick(words.thanks)),
      },
      { minutes: random.wait(40), does: 'status', status: 'closed' },
    );
  else turns.push({ minutes: random.between(1_500, 5_000), does: 'status', status: 'closed' });
  return turns;
};

/** The fields that a customer fills in on the form of the topic. */
const formFieldsOf = (topic: StoryTopic, { facts, random }: Telling): Record<string, string> => {
  const { shop = '', order = '', isoDate = '', amount = '', browser = '', track = '' } = facts;
  const { company = '', site = '' } = facts;
  const bought = { shop, order, 'order-date': isoDate };
  const byTopic: Partial<Record<StoryTopic, Record<string, string>>> = {
    'missing-cashback': { ...bought, amount, device: random.pick(['computer', 'phone', 'both']) },
    confirmation: bought,
    payouts: { method: random.pick(['card', 'phone', 'wallet']), amount, 'request-date': isoDate },
    'how-to': { browser, shop },
    parcels: { tracking: track, shop },
    bug: { steps: `1. ${shop}\n2. Checkout\n3. …`, browser },
    partnership: { company, site },
  };
  return byTopic[topic] ?? {};
};
