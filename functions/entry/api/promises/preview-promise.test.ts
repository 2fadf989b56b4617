import { describe, expect, it } from 'vitest';
import { aCalendar, aPromise, cet, HOUR } from '../../../../test/make/a-promise.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';

const admin = aStoredAgent({ role: 'admin' });
const operator = aStoredAgent({ id: 'agt_operator', email: 'op@desk.example', role: 'operator' });
const promise = aPromise({
  normal: { 'first-reply': { calendar: 'office', targetSeconds: { normal: HOUR } } },
});
const story = {
  promise,
  calendars: [aCalendar()],
  events: [
    { kind: 'created', at: cet('Fri 16:30'), openedBy: 'customer', priority: 'normal' },
    { kind: 'human-reply', at: cet('next-Mon 09:31'), messageId: 'm1' },
  ],
  now: cet('next-Mon 10:00'),
};
const api = anApi([admin, operator]);
const ask = (body: unknown, by = admin) =>
  api.send({ method: 'POST', path: '/api/promises/preview', claims: claimsFor(by), body });

describe('trying out a promise', () => {
  it('tells what production would do with the story', async () => {
    const { status, body } = await ask(story);

    expect(status).toBe(200);
    expect(body['instances']).toMatchObject([
      { kind: 'first-reply', state: 'missed', dueAt: cet('next-Mon 09:30') },
    ]);
    expect(body['alerts']).toMatchObject([{ what: 'warn' }, { what: 'breach' }]);
    expect(String(body['sentences'])).toContain('promise');
  });

  it('leaves out what has not happened yet', async () => {
    const { body } = await ask({ ...story, now: cet('Fri 16:45') });

    expect(body['instances']).toMatchObject([{ state: 'running' }]);
    expect(body['alerts']).toEqual([]);
  });

  it('takes later events in any order', async () => {
    const [first, reply] = story.events;
    const wait = { kind: 'status', at: cet('Fri 16:40'), status: 'waiting' };

    const { body } = await ask({ ...story, events: [first, reply, wait] });

    expect(body['instances']).toMatchObject([{ kind: 'first-reply', endedAt: reply?.at }]);
  });

  it.each([
    ['names a calendar that is not given', { ...story, calendars: [] }, 'promise.calendar-missing'],
    [
      'stands on a calendar that never opens',
      { ...story, calendars: [aCalendar({ weekdays: noDay() })] },
      'calendar.never-open',
    ],
    [
      'creates the ticket twice',
      { ...story, events: [story.events[0], story.events[0]] },
      'promise.created-twice',
    ],
  ])('says so when the story %s', async (_, body, code) => {
    const answer = await ask(body);

    expect(answer.status).toBe(400);
    expect(answer.body['code']).toBe(code);
  });

  it('is not for operators', async () => {
    expect((await ask(story, operator)).status).toBe(403);
  });
});

function noDay() {
  return { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
}
