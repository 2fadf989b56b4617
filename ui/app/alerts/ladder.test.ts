import { expect, it } from 'vitest';
import { AlertStep, AlertTarget, AlertWay } from '../../../schemas/alert-policy.ts';
import { alerts as words } from '../../texts/settings/alerts-en.ts';
import { blankStep, inTime, stepText, targets, ways } from './ladder.ts';

const step = (change: Partial<AlertStep> = {}): AlertStep => ({
  on: 'breach',
  afterMinutes: 0,
  to: ['assignee', 'leads'],
  by: ['mail', 'screen'],
  ...change,
});

it('everybody and every way can be chosen', () => {
  expect(targets.toSorted()).toEqual(AlertTarget.options.toSorted());
  expect(ways.toSorted()).toEqual(AlertWay.options.toSorted());
});

it('a new rung comes half an hour after the last breach, and can be saved', () => {
  const first = blankStep([step({ on: 'warn', afterMinutes: 90 })]);

  expect(AlertStep.parse(first)).toMatchObject({ on: 'breach', afterMinutes: 0 });
  expect(blankStep([step(), step({ afterMinutes: 120 })])).toMatchObject({ afterMinutes: 150 });
});

it('rungs come by their time, those of one moment in their order', () => {
  const late = step({ afterMinutes: 30 });
  const [one, two] = [step({ to: ['line'] }), step({ to: ['admins'] })];

  expect(inTime([late, one, step({ on: 'warn' }), two], 'breach')).toEqual([one, two, late]);
});

it('a rung is said in words', () => {
  expect(stepText(step(), words)).toBe(
    'who holds the ticket, else the topic’s leads: on the screen, by mail',
  );
  expect(stepText(step({ to: [] as never }), words)).toBe('nobody: on the screen, by mail');
});
