import { expect, test } from 'vitest';
import type { Message } from '../../../schemas/timeline.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { fc } from '../../../test/make/fast-check.ts';
import { messageFrom } from './message.ts';
import { editText, react, withdraw } from './message-events.ts';

const key = 'telegram|bot|in|77:10';
const at = (second: number) => new Date(Date.UTC(2026, 10, 2, 9, 0, second)).toISOString();
const original: Message = messageFrom(anInbound({ idempotencyKey: key, text: 'v0' }), {
  ticketId: 'tkt_1',
  kind: 'customer',
  now: at(0),
});
const deletedAt = 40;

type Rule = (message: Message) => Message | undefined;

/** One of everything that providers tell, some of it in the same second. */
const rules: readonly Rule[] = [
  ...[5, 9, 14, 30].map(
    (second): Rule =>
      (message) =>
        editText(message, { text: `v${second}`, at: at(second) }),
  ),
  ...(['👍', '❤', '🙏', undefined] as const).flatMap((emoji, index) =>
    (['customer', 'agent'] as const).map(
      (by): Rule =>
        (message) =>
          react(message, { by, emoji, at: at(20 + Math.floor(index / 2)) }),
    ),
  ),
  (message) => withdraw(message, { at: at(deletedAt), key }),
  (message) => withdraw(message, { at: at(deletedAt + 1), key }),
];

/** What people see of a message; which wordings were overtaken is told by nobody. */
const seen = ({ text, editedAt, deletedAt: gone, reactions = [] }: Message) => ({
  text,
  editedAt,
  gone,
  reactions: reactions.toSorted((a, b) => a.by.localeCompare(b.by)),
});

test('events end in the same message in whatever order, however often they are told', () => {
  const expected = seen(rules.reduce((message, rule) => rule(message) ?? message, original));

  fc.assert(
    fc.property(
      fc.shuffledSubarray([...rules, ...rules], { minLength: 2 * rules.length }),
      (told) => {
        const message = told.reduce((before, rule) => rule(before) ?? before, original);

        expect(seen(message)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});
