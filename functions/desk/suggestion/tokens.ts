import { stemOf, wordsOf } from '../routing/stems.ts';

/** What a message is about stands at its beginning, UTF-16 units. */
const considered = 3000;

/**
 * A message as the classifier sees it: each stem once, those of the subject a second time under a name of their own,
 * numbers by how long they are only (an order's number says nothing, that there is one says much). No token is the name
 * of something that every object has (`constructor`).
 */
export const tokensOf = ({
  subject,
  body,
}: {
  readonly subject: string;
  readonly body: string;
}): readonly string[] => [
  ...new Set([
    ...stemsOf(subject).map((stem) => `subject${stem}`),
    ...stemsOf(`${subject}\n${body.slice(0, considered)}`),
  ]),
];

const stemsOf = (text: string): readonly string[] =>
  wordsOf(text).flatMap((word) => {
    if (/^\d+$/.test(word)) return [`#${Math.min(word.length, 9)}`];
    return word.length > 1 && word.length <= 40 ? [`=${stemOf(word)}`] : [];
  });
