import { describe, expect, test } from 'vitest';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Call, Message } from '../../../schemas/timeline.ts';
import { aBook, aDesk } from '../../../test/make/a-desk.ts';
import { aCustomer } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import type { Inbound } from '../inbound.ts';
import { dispatchTicket } from '../tickets/dispatch.ts';
import { openTicket, receive } from '../tickets/receive.ts';
import { outcomeOf, withNews } from './outcome.ts';
import { updateCall } from './receive-call.ts';
import { callStates } from './states.ts';

const at = (minute: number) => `2026-11-02T09:${String(minute).padStart(2, '0')}:00.000Z`;
const aCall = (over: Partial<Call> = {}): Call => ({
  id: 'CA1',
  direction: 'in',
  state: 'ringing',
  from: '+4930123456',
  startedAt: at(0),
  ...over,
});
const talked = { answeredAt: at(1), agentName: 'Olga' };

const rang = (call: Call, over: Partial<Inbound> = {}) =>
  anInbound({
    channel: 'phone',
    connectionId: 'line',
    kind: 'call',
    idempotencyKey: 'phone|line|in|CA1',
    text: `[${call.state}]`,
    subject: '',
    call,
    occurredAt: at(0),
    mayAcknowledge: false,
    ...over,
  });

/** A ticket as the call opens it, dispatched: two hours to the first reply. */
const opened = (call: Call): { ticket: Ticket; message: Message } => {
  const change = openTicket({
    inbound: rang(call),
    customer: aCustomer(),
    number: 7,
    topic: 'payouts',
    reason: { rule: 'connection', detail: 'line' },
    now: at(0),
  });
  const { entries } = change;
  const request = { ticket: change.ticket, entries, desk: aDesk(), isAckAllowed: true, now: at(0) };
  const [message] = entries;
  if (message?.type !== 'message') throw new Error('no message');
  return { ticket: dispatchTicket(request)?.ticket ?? change.ticket, message };
};
const runningOf = ({ clocks }: Ticket) =>
  (clocks?.running ?? [])
    .filter(({ ended, kind }) => ended === undefined && kind !== 'resolution')
    .map(({ kind }) => kind);

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, index) =>
        permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
      );

describe('events of a call', () => {
  test.each([
    [
      'answered',
      [
        aCall(),
        aCall({ state: 'talking', ...talked }),
        aCall({ state: 'ended', endedAt: at(5), seconds: 240 }),
      ],
    ],
    [
      'missed, with a recording',
      [
        aCall(),
        aCall({ state: 'missed', endedAt: at(2) }),
        aCall({ state: 'voicemail', seconds: 12 }),
      ],
    ],
  ] as const)('end alike in any order: %s', (_name, events) => {
    const ends = permutations([...events, ...events]).map((order) => {
      const [first = aCall(), ...rest] = order;
      const call = rest.reduce((known, news) => withNews(known, news) ?? known, first);
      return JSON.stringify(Object.entries(call).toSorted());
    });

    expect(new Set(ends).size).toBe(1);
  });

  test('that repeat tell nothing new', () => {
    expect(withNews(aCall({ state: 'ended' }), aCall({ state: 'ended' }))).toBeUndefined();
    expect(withNews(aCall({ state: 'ended' }), aCall())).toBeUndefined();
  });

  test('after an answered call make no voicemail of it', () => {
    const ended = aCall({ state: 'ended', ...talked });

    expect(withNews(ended, aCall({ state: 'voicemail' }))).toBeUndefined();
  });

  test('lead from no state back to ringing', () => {
    expect(Object.values(callStates).flatMap((moves) => Object.values(moves))).not.toContain(
      'ringing',
    );
  });
});

test.each([
  ['a ringing one is', aCall(), 'pending'],
  ['one that ended without an agent is', aCall({ state: 'ended' }), 'unanswered'],
  ['a voicemail is', aCall({ state: 'voicemail', ...talked }), 'unanswered'],
  ['one an agent took is', aCall({ state: 'ended', ...talked }), 'answered'],
  ['ours that nobody took is', aCall({ direction: 'out', state: 'missed' }), 'nothing'],
] as const)('%s', (_name, call, outcome) => {
  expect(outcomeOf(call)).toBe(outcome);
});

describe('a ticket that a call opens', () => {
  test('waits for nobody while it rings', () => {
    const { ticket } = opened(aCall());

    expect(ticket.waitingSince).toBeUndefined();
    expect(runningOf(ticket)).toEqual([]);
  });

  test('waits for a call back when nobody answered', () => {
    const { ticket } = opened(aCall({ state: 'missed' }));

    expect(ticket).toMatchObject({
      status: 'open',
      waitingSince: at(0),
      lastMessageBy: 'customer',
    });
    expect(runningOf(ticket)).toEqual(['first-reply']);
  });

  test('owes no first reply when somebody did', () => {
    const { ticket } = opened(aCall({ state: 'ended', ...talked }));

    expect(ticket).toMatchObject({ lastMessageBy: 'agent', waitingSince: undefined });
    expect(runningOf(ticket)).toEqual([]);
  });
});

describe('a further event', () => {
  const news = (
    known: { ticket: Ticket; message: Message },
    call: Call,
    over: Partial<Inbound> = {},
  ) =>
    updateCall(known.ticket, known.message, rang(call, over), {
      book: aBook(),
      timeline: [known.message],
      now: at(6),
    });

  test('that nobody answered starts the wait when the call began', () => {
    const change = news(opened(aCall()), aCall({ state: 'missed', endedAt: at(2) }));

    expect(change?.ticket).toMatchObject({ waitingSince: at(0), lastMessageBy: 'customer' });
    expect(runningOf(change?.ticket ?? opened(aCall()).ticket)).toEqual(['first-reply']);
    expect(change?.rewritten).toMatchObject([{ text: '[missed]', call: { state: 'missed' } }]);
  });

  test('that somebody answered meets the first reply when they picked up', () => {
    const change = news(opened(aCall()), aCall({ state: 'ended', ...talked, endedAt: at(5) }));

    expect(change?.ticket.waitingSince).toBeUndefined();
    expect(change?.rewritten?.[0]?.ended).toMatchObject([
      { kind: 'first-reply', state: 'met', startedAt: at(0), endedAt: at(1) },
    ]);
  });

  test('that says late who answered ends the wait', () => {
    const known = opened(aCall({ state: 'ended', endedAt: at(5) }));

    const change = news(known, aCall({ state: 'talking', ...talked }));

    expect(change?.ticket.waitingSince).toBeUndefined();
    expect(runningOf(change?.ticket ?? known.ticket)).toEqual([]);
  });

  test('with a recording adds it, once, and asks nothing twice', () => {
    const known = opened(aCall({ state: 'missed' }));
    const recording = {
      name: 'voicemail.mp3',
      type: 'audio/mpeg',
      size: 4,
      sha256: 'a'.repeat(64),
      key: 'files/x/aaaa',
      kind: 'regular',
    } as const;
    const voicemail = aCall({ state: 'voicemail', seconds: 12, transcript: 'Call me.' });

    const change = news(known, voicemail, { attachments: [recording] });
    const [message = known.message] = change?.rewritten ?? [];

    expect(message).toMatchObject({ attachments: [recording], call: { transcript: 'Call me.' } });
    expect(change?.ticket.waitingSince).toBe(at(0));
    const again = { ticket: change?.ticket ?? known.ticket, message };
    expect(news(again, voicemail, { attachments: [recording] })).toBeUndefined();
  });

  test('of a call on a closed ticket opens it again', () => {
    const known = opened(aCall({ state: 'ended', ...talked }));
    const closed = { ...known.ticket, status: 'closed', closedAt: at(5) } as const;

    const change = receive({
      ticket: closed,
      inbound: rang(aCall({ id: 'CA2', state: 'missed', startedAt: at(8) }), {
        idempotencyKey: 'phone|line|in|CA2',
        occurredAt: at(8),
      }),
      isCustomer: true,
      book: aBook(),
      now: at(9),
    });

    expect(change.ticket).toMatchObject({
      status: 'open',
      waitingSince: at(8),
      closedAt: undefined,
    });
  });
});
