import { describe, expect, it } from 'vitest';
import type { AlertStep } from '../../../schemas/alert-policy.ts';
import { aCalendar, cet, daily } from '../../../test/make/a-promise.ts';
import { anAgent } from '../../../test/make/a-ticket.ts';
import { anAlerting, aStep } from '../../../test/make/an-alerting.ts';
import type { Alerted } from './alerting.ts';
import { recipientsOf } from './recipients.ts';

const olga = anAgent({ id: 'agt_olga', lines: ['front'] });
const lena = anAgent({ id: 'agt_lena', leads: ['payouts'], lines: ['front'] });
const nina = anAgent({ id: 'agt_nina', lines: ['night'] });
const boss = anAgent({ id: 'agt_boss', role: 'super-admin', lines: [] });
const people = [olga, lena, nina, boss];

const ticket: Alerted = { topic: 'payouts', line: 'front', assigneeId: 'agt_olga' };
const noon = cet('Mon 12:00');

const told = (
  step: Partial<AlertStep>,
  over: Parameters<typeof anAlerting>[0] & { ticket?: Alerted; now?: string } = {},
) =>
  recipientsOf(0, {
    ticket: over.ticket ?? ticket,
    now: over.now ?? noon,
    alerting: anAlerting({ agents: people, steps: [aStep(step)], ...over }),
  });

describe('the people of a rung', () => {
  it.each<[string, AlertStep['to'], Alerted, string[]]>([
    ['the holder', ['assignee', 'leads'], ticket, ['agt_olga']],
    [
      'the lead, if nobody holds it',
      ['assignee', 'leads'],
      { ...ticket, assigneeId: undefined },
      ['agt_lena'],
    ],
    [
      'the lead, if the holder is gone',
      ['assignee', 'leads'],
      { ...ticket, assigneeId: 'agt_gone' },
      ['agt_lena'],
    ],
    ['the people of its line', ['line'], ticket, ['agt_olga', 'agt_lena']],
    [
      'who runs the desk, if the topic has no lead',
      ['leads', 'admins'],
      { ...ticket, topic: 'bug' },
      ['agt_boss'],
    ],
    ['nobody, when no target is anybody', ['on-call'], ticket, []],
    ['nobody of a line, before it has one', ['line'], { topic: 'payouts' }, []],
  ])('are %s', (_, to, concerned, expected) => {
    expect(told({ to }, { ticket: concerned }).now).toEqual(expected);
  });

  it('are never people who may not see the ticket', () => {
    const elsewhere = { ...lena, scope: { topics: ['bug'] } };

    expect(told({ to: ['leads', 'admins'] }, { agents: [elsewhere, boss] }).now).toEqual([
      'agt_boss',
    ]);
  });

  it('are one more of the on-call list with each rung that asks it', () => {
    const onCall = ['agt_gone', 'agt_nina', 'agt_olga'];
    const steps = [aStep({ to: ['on-call'] }), aStep({ to: ['on-call'], afterMinutes: 60 })];
    const alerting = anAlerting({ agents: people, steps, onCall });

    const asked = [0, 1].map((index) => recipientsOf(index, { ticket, alerting, now: noon }).now);

    expect(asked).toEqual([['agt_nina'], ['agt_nina', 'agt_olga']]);
  });

  it('are nobody for a rung that goes to places alone', () => {
    expect(told({ by: ['webhook', 'slack'] })).toEqual({ now: [], held: [] });
  });
});

describe('outside hours', () => {
  const evening = cet('Fri 19:00');
  const monday = cet('next-Mon 09:00');

  it('an alert waits until the person’s line opens', () => {
    expect(told({ to: ['assignee'] }, { now: evening })).toEqual({
      now: [],
      held: [{ at: monday, for: ['agt_olga'] }],
    });
  });

  it('it waits for the person’s own shift, if they have one', () => {
    const early = aCalendar({ id: 'early', weekdays: daily('06:00-10:00') });
    const agents = [{ ...olga, shiftId: 'early' }];

    const { held } = told({ to: ['assignee'] }, { agents, calendars: [early], now: evening });

    expect(held).toEqual([{ at: cet('Sat 06:00'), for: ['agt_olga'] }]);
  });

  it('somebody of two lines is told when the first of them opens', () => {
    const agents = [{ ...olga, lines: ['front', 'night'] }];

    expect(told({ to: ['assignee'] }, { agents, now: cet('Mon 22:30') }).now).toEqual(['agt_olga']);
  });

  it('those of a target who are there are told, the others wait', () => {
    const agents = [lena, { ...nina, leads: ['payouts'] }];

    expect(told({ to: ['leads'] }, { agents, now: cet('Mon 22:30') })).toEqual({
      now: ['agt_nina'],
      held: [{ at: cet('Tue 09:00'), for: ['agt_lena'] }],
    });
  });

  it('who is on call is told at any hour', () => {
    const onCall = ['agt_olga'];

    expect(told({ to: ['assignee'] }, { onCall, now: evening }).now).toEqual(['agt_olga']);
  });

  it('nothing waits where the desk holds nothing back', () => {
    expect(told({ to: ['assignee'] }, { holds: false, now: evening }).now).toEqual(['agt_olga']);
  });

  it('who never works is nobody, and the next target is asked', () => {
    const never = aCalendar({ id: 'never', weekdays: daily() });
    const agents = [{ ...olga, shiftId: 'never' }, lena];

    expect(told({ to: ['assignee', 'leads'] }, { agents, calendars: [never] }).now).toEqual([
      'agt_lena',
    ]);
  });

  it('who has neither shift nor line is always there', () => {
    expect(told({ to: ['admins'] }, { now: evening }).now).toEqual(['agt_boss']);
  });
});
