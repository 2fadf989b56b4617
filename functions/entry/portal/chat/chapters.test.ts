import { describe, expect, test } from 'vitest';
import type { Ticket } from '../../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../../schemas/timeline.ts';
import { aChatMessage } from '../../../../test/make/a-chat-message.ts';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { chatCursor, entriesSince, readChatCursor } from './chapters.ts';

const at = (minute: number) =>
  new Date(Date.parse('2026-11-02T10:00:00.000Z') + minute * 60_000).toISOString();
const said = (seq: number, over: { minute?: number; editedAt?: string } = {}) =>
  aChatMessage({
    id: `msg_${String(seq).padStart(16, '0')}`,
    occurredAt: at(over.minute ?? seq),
    seq,
    ...(over.editedAt !== undefined && { editedAt: over.editedAt }),
  });

/** Tickets with their timelines, paged as the store pages. */
const stored = (...chapters: readonly { ticket: Ticket; entries: readonly TimelineEntry[] }[]) => {
  const reads: string[] = [];
  const find = (id: string) => chapters.find(({ ticket }) => ticket.id === id);
  return {
    reads,
    load: async (id: string) => find(id)?.ticket,
    loadWithTimeline: async (
      id: string,
      { limit, cursor = '0' }: { limit: number; cursor?: string },
    ) => {
      reads.push(`${id} ${cursor}`);
      const found = find(id);
      const skipped = Number(cursor);
      const end = (found?.entries.length ?? 0) - skipped;
      return (
        found && {
          ticket: found.ticket,
          entries: found.entries.slice(Math.max(0, end - limit), end),
          ...(end > limit && { cursor: String(skipped + limit) }),
        }
      );
    },
  };
};
const seqsOf = ({ chapters }: Awaited<ReturnType<typeof entriesSince>>) =>
  chapters.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.type === 'message' ? (entry.seq ?? 0) : [])),
  );
const ticket = aTicket({ id: 'tkt_1', channel: 'chat' });
const upTo = (count: number) => Array.from({ length: count }, (_, index) => said(index + 1));

describe('what a widget has not seen', () => {
  test('is everything for one that has seen nothing', async () => {
    const answer = await entriesSince(stored({ ticket, entries: upTo(5) }), ticket, undefined);

    expect(seqsOf(answer)).toEqual([1, 2, 3, 4, 5]);
    expect(chatCursor(answer.chapters)).toBe('tkt_1.5');
  });

  test('is what was written since, and the three before it for safety', async () => {
    const cursor = readChatCursor('tkt_1.7');

    const answer = await entriesSince(stored({ ticket, entries: upTo(9) }), ticket, cursor);

    expect(seqsOf(answer)).toEqual([5, 6, 7, 8, 9]);
  });

  test('is also what was delayed on its way and stands further up by its own time', async () => {
    const late = said(9, { minute: 2 });
    const entries = [said(1), late, said(3), said(4), said(5), said(6), said(7), said(8)];

    const answer = await entriesSince(
      stored({ ticket, entries }),
      ticket,
      readChatCursor('tkt_1.8'),
    );

    expect(seqsOf(answer)).toContain(9);
  });

  test('is also a new wording of something old', async () => {
    const entries = [said(1, { editedAt: at(99) }), ...upTo(20).slice(1)];

    const answer = await entriesSince(
      stored({ ticket, entries }),
      ticket,
      readChatCursor('tkt_1.20'),
    );

    expect(seqsOf(answer)).toContain(1);
  });

  test('is read page by page until known ground is reached', async () => {
    const store = stored({ ticket, entries: upTo(450) });

    const answer = await entriesSince(store, ticket, readChatCursor('tkt_1.200'));

    expect(seqsOf(answer).filter((seq) => seq > 200)).toHaveLength(250);
    expect(store.reads).toHaveLength(3);
  });

  test('goes on in the ticket that followed', async () => {
    const before = { ticket: { ...ticket, followedUpBy: 'tkt_2' }, entries: upTo(4) };
    const next = aTicket({ id: 'tkt_2', channel: 'chat', followUpOf: 'tkt_1' });
    const store = stored(before, { ticket: next, entries: [said(1), said(2)] });

    const answer = await entriesSince(store, next, readChatCursor('tkt_1.4'));

    expect(answer.chapters.map(({ ticket: { id } }) => id)).toEqual(['tkt_1', 'tkt_2']);
    expect(chatCursor(answer.chapters)).toBe('tkt_2.2');
  });

  test('says that there was more, to one that has seen nothing of a long talk', async () => {
    const answer = await entriesSince(stored({ ticket, entries: upTo(150) }), ticket, undefined);

    expect([seqsOf(answer).length, answer.isCut]).toEqual([100, true]);
  });
});

test.each(['', 'tkt_1', 'tkt_1.x', '1.2', 'tkt_1.2.3', `tkt_1.${'9'.repeat(40)}`])(
  'a cursor that is none (%j) begins anew',
  (text) => {
    expect(readChatCursor(text)).toBeUndefined();
  },
);
