import type { ChannelKind } from '../../../schemas/primitives.ts';
import type { Facts } from './facts-of.ts';
import { fill } from './facts-of.ts';
import { receiptPdf, screenshotPng } from './pictures.ts';
import type { Random } from './random.ts';
import type { StoryFile } from './story.ts';
import { phrases } from './texts/phrases.ts';
import type { TopicTexts } from './texts/types.ts';

/** Everything that the words of one story are made of. */
export type Telling = {
  readonly random: Random;
  readonly texts: TopicTexts;
  readonly facts: Facts;
  readonly language: 'en' | 'ru';
  readonly channel: ChannelKind;
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const isChat = ({ channel }: Telling) => channel === 'telegram' || channel === 'webhook';

/** The first message: greeting, question, perhaps a detail, perhaps a name below; chats are shorter. */
export const openingOf = (telling: Telling): string => {
  const { random, texts, facts, language } = telling;
  const { hellos, byes } = phrases[language];
  const question = random.pick(texts.opens);
  const details = random.chance(0.65) ? [random.pick(texts.details)] : [];
  if (isChat(telling)) {
    const hello = random.chance(0.6) ? random.pick(hellos) : '';
    const said = hello.endsWith(',') ? question : capital(question);
    return fill([hello, said, ...details].join(' '), facts).trim();
  }
  // A form's first line becomes the subject, so people come to the point there.
  if (telling.channel === 'form') return fill([capital(question), ...details].join('\n\n'), facts);
  const hello = random.pick(hellos);
  const said = hello.endsWith(',') ? question : capital(question);
  return fill([hello, '', [said, ...details].join(' '), '', random.pick(byes)].join('\n'), facts);
};

/** An agent's message around the sentences given. */
export const agentSays = ({ random, facts, language }: Telling, text: string): string => {
  const { agentHellos, agentByes } = phrases[language];
  const hello = random.pick(agentHellos);
  const said = hello.endsWith(',') ? text : capital(text);
  return fill([hello, '', said, '', random.pick(agentByes)].join('\n'), facts);
};

/** What the customer says later: short, as people answer. */
export const customerSays = (telling: Telling, text: string): string => {
  const { random, facts, language } = telling;
  if (isChat(telling) || random.chance(0.4)) return fill(capital(text), facts);
  const hello = random.pick(phrases[language].hellos);
  const said = hello.endsWith(',') ? text : capital(text);
  return fill([hello, said, '', facts['first'] ?? ''].join('\n'), facts);
};

const colors = [
  [0x1a, 0x73, 0xe8],
  [0xd9, 0x30, 0x25],
  [0x18, 0x80, 0x38],
] as const;

export const screenshotOf = ({ random, facts }: Telling): StoryFile => ({
  name: `screenshot-${facts['order']}.png`,
  type: 'image/png',
  content: screenshotPng(random.pick(colors), random.between(1, 5)),
});

/** PDF's standard fonts know Latin letters only. */
export const receiptOf = ({ facts }: Telling): StoryFile => ({
  name: `order-${facts['order']}.pdf`,
  type: 'application/pdf',
  content: receiptPdf([
    'Order confirmation',
    `Order ${facts['order']} of ${facts['isoDate']}`,
    'Thank you for your purchase.',
  ]),
});
