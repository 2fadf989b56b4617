import type { Topic, TopicReason } from '../../../schemas/desk.ts';

type Question = {
  subject: string;
  text: string;
  /** Chosen by the customer in a form. */
  chosenTopic?: string;
  /** Where the mailbox or bot sends what no rule claims; a form has none, nor a connection that was removed. */
  connectionTopic?: string;
  /** In the order in which they are tried; the last one takes what nothing else claims. */
  topics: readonly Topic[];
};

export type Routed = { readonly topic: string; readonly reason: TopicReason };

/** Longest text looked at, UTF-16 units: what a message is about stands at its beginning. */
const considered = 4000;

const words = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

type Match = { topic: string; keyword: string; score: number };

/** A keyword begins at a word's beginning: "payout" finds "payouts", "выпла" finds "выплаты". */
const matchOf = (topic: Topic, subject: string, body: string): Match | undefined => {
  let score = 0;
  let keyword = '';
  for (const candidate of topic.keywords) {
    const wanted = words(candidate).trimEnd();
    const points = (subject.includes(wanted) ? 3 : 0) + (body.includes(wanted) ? 1 : 0);
    if (points > 0 && keyword === '') keyword = candidate;
    score += points;
  }
  return score > 0 ? { topic: topic.id, keyword, score } : undefined;
};

/**
 * What a first message is about: the form's choice, else the topic whose keywords it holds most of (the subject
 * counts three times, earlier topics win a tie), else where its mailbox points, else the last. The reason is kept on
 * the ticket.
 */
export const routeTopic = ({
  subject,
  text,
  chosenTopic,
  connectionTopic,
  topics,
}: Question): Routed => {
  if (chosenTopic !== undefined && topics.some((topic) => topic.id === chosenTopic))
    return { topic: chosenTopic, reason: { rule: 'form', detail: chosenTopic } };

  const subjectWords = words(subject);
  const bodyWords = words(text.slice(0, considered));
  const best = topics
    .map((topic) => matchOf(topic, subjectWords, bodyWords))
    .reduce<Match | undefined>(
      (top, match) => (match && (!top || match.score > top.score) ? match : top),
      undefined,
    );
  if (best) return { topic: best.topic, reason: { rule: 'keyword', detail: best.keyword } };
  if (connectionTopic !== undefined)
    return { topic: connectionTopic, reason: { rule: 'connection', detail: connectionTopic } };
  const last = topics.at(-1)?.id ?? 'other';
  return { topic: last, reason: { rule: 'fallback', detail: last } };
};
