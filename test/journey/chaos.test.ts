import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chaosFrom } from '../../local/run/chaos.ts';
import type { DeskOptions } from '../../local/run/desk-runner.ts';
import { converse, type Ending, endingOf } from '../make/a-conversation.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';

const names = (count: number) => Array.from({ length: count }, (_, index) => `talk-${index}`);
const conversations = names(100);
const atOnce = 16;
const seed = 20_261_122;
/** Two cores shared with others need their time for a hundred conversations with interruptions. */
const patience = 300_000;

type Played = { journey: JourneyDesk; ids: readonly string[]; endings: readonly Ending[] };

/** Plays conversations on a desk of their own; their tickets and endings in order. */
async function play(talks: readonly string[], options: Partial<DeskOptions> = {}): Promise<Played> {
  const journey = await aJourneyDesk({ retrySeconds: 0.1, ...options });
  const ann = await journey.as('Ann');
  const ids: string[] = [];
  const waiting = [...talks.entries()];
  const players = Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, name] = next;
      ids[index] = await converse(journey, ann, name);
    }
  });
  await Promise.all(players);
  const endings = await Promise.all(
    talks.map((name, index) => endingOf(ann, ids[index] ?? '', name)),
  );
  return { journey, ids, endings };
}

describe('a hundred conversations while everything goes wrong now and then', () => {
  let journey: JourneyDesk;
  let ids: readonly string[];
  let endings: readonly Ending[];
  let calm: readonly Ending[];

  beforeAll(async () => {
    const undisturbed = await play(names(20));
    calm = undisturbed.endings;
    await undisturbed.journey.end();
    ({ journey, ids, endings } = await play(conversations, { chaos: chaosFrom(String(seed)) }));
  }, patience);
  afterAll(() => journey.end());

  it('end as they end when nothing goes wrong', () => {
    const expected: Ending = {
      status: 'closed',
      said: [
        'acknowledgement',
        'customer: question of …',
        'customer: thanks of …',
        'reply: answer to …',
      ],
      isHeld: true,
    };

    expect(calm).toEqual(calm.map(() => expected));
    expect(endings).toEqual(conversations.map(() => expected));
  });

  it('are as many tickets as conversations', () => {
    expect(new Set(ids).size).toBe(conversations.length);
  });

  it('send nobody the same mail twice', async () => {
    const mails = await journey.desk.aws.outbox.list(1_000);
    const sentTo = (name: string, isAnswer: boolean) =>
      mails.filter(
        ({ recipients, subject }) =>
          recipients.includes(`${name}@example.net`) && subject.startsWith('Re:') === isAnswer,
      ).length;

    // Fewer when a sender died at it: that is shown as unknown.
    expect(Math.max(...conversations.map((name) => sentTo(name, true)))).toBe(1);
    expect(Math.max(...conversations.map((name) => sentTo(name, false)))).toBe(1);
  });

  it('leave no dead letter but news of mails whose sender died', () => {
    const { model, aws } = journey.desk;
    const dead = model.queues.flatMap(({ deadLetters }) => deadLetters?.queueName ?? []);

    // A claim lapses after ninety seconds; here the queue brings such news five times in less.
    const left = [...new Set(dead)].filter((name) => aws.queues.depth(name).visible > 0);
    // And a half minute whose clock died twice is the next minute's.
    expect(left.filter((name) => !/feedback|half-minute/.test(name))).toEqual([]);
  });
});
