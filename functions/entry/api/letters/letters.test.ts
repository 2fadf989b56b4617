import { describe, expect, it } from 'vitest';
import { LetterEntry } from '../../../../schemas/queue.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import type { KnownParties } from '../../../desk/stores.ts';

const clerk = aStoredAgent();
const anOffice = (known: KnownParties = { pointers: [] }) => {
  const { settings, pointers } = anApi([clerk]).deps;
  return anApi([clerk], {
    settings: {
      ...settings,
      timeZone: 'Europe/Berlin',
      connections: [{ id: 'letters', channel: 'letter', name: 'Office' }],
    },
    pointers: { ...pointers, lookUp: async () => known },
  });
};
const letter = {
  connectionId: 'letters',
  registerNumber: 'E-17',
  arrivedOn: '2026-10-30',
  sender: { name: ' Ann  Lee ', address: ['Ring 1'] },
  subject: 'Objection',
};
const enter = (office: ReturnType<typeof anOffice>, over: Record<string, unknown> = {}) =>
  office.send({
    method: 'POST',
    path: '/api/letters',
    claims: claimsFor(clerk),
    body: { ...letter, ...over },
  });

describe('entering a letter', () => {
  it('hands it to intake as of the morning it arrived, where the office is', async () => {
    const office = anOffice();

    expect(await enter(office)).toMatchObject({
      status: 202,
      body: { year: 2026, registerNumber: 'E-17' },
    });

    expect(LetterEntry.parse(JSON.parse(office.enqueued[0] ?? ''))).toMatchObject({
      receivedAt: '2026-10-29T23:00:00.000Z',
      letter: { arrivedOn: '2026-10-30', isConfidential: false },
    });
  });

  it('today is allowed, tomorrow is not', async () => {
    expect((await enter(anOffice(), { arrivedOn: '2026-11-02' })).status).toBe(202);
    expect((await enter(anOffice(), { arrivedOn: '2026-11-03' })).body['code']).toBe(
      'letter.future',
    );
  });

  it('puts nothing on the queue when its number is another letter’s', async () => {
    const office = anOffice({
      takenBy: { ticketId: 'tkt_7', contentHash: 'of another' },
      pointers: [],
    });

    expect((await enter(office)).body).toMatchObject({
      code: 'letter.registered',
      changed: ['tkt_7'],
    });
    expect(office.enqueued).toEqual([]);
  });

  it.each([
    ['an unknown topic', { topic: 'gossip' }, 'topic.missing'],
    ['an unknown office', { connectionId: 'nowhere' }, 'letter.no-office'],
    ['no number', { registerNumber: '' }, 'input.invalid'],
    ['a date that is none', { arrivedOn: '2026-02-30' }, 'input.invalid'],
  ])('is refused with %s', async (_name, over, code) => {
    expect((await enter(anOffice(), over)).body['code']).toBe(code);
  });
});
