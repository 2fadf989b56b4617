import { afterAll, beforeAll, expect, it } from 'vitest';
import { cronOf } from '../../local/run/schedule/schedule.ts';
import type { DeskModel } from '../../local/template/model.ts';
import { readModel } from '../../local/template/read-model.ts';
import { type SynthesizedDesk, synthesizeDesk } from './synthesized-desk.ts';

let desk: SynthesizedDesk;
let model: DeskModel;
beforeAll(async () => {
  desk = synthesizeDesk();
  model = await readModel(desk.folder);
});
afterAll(() => desk.forget());

const nameOf = (target: DeskModel['schedules'][number]['target']): string =>
  'queueName' in target ? target.queueName : target.functionName;
const expressionOf = (name: string) =>
  model.schedules.find(({ target }) => nameOf(target).endsWith(`-${name}`))?.expression ?? '';

it('calls the clock each minute and the digest each night, soon after the day is over', () => {
  const night = cronOf(expressionOf('digest'), 'UTC').nextRun(new Date('2026-11-22T10:00:00Z'));

  expect(expressionOf('clock')).toBe('rate(1 minute)');
  expect(night?.toISOString()).toBe('2026-11-23T00:30:00.000Z');
});

it('calls the clock between two minutes by a queue that holds the same event back', () => {
  const queue = model.queues.find(({ name }) => name.endsWith('-half-minute'));
  const mapping = model.mappings.find(
    (one) => one.kind === 'queue' && one.queueName === queue?.name,
  );
  const rules = model.schedules.filter(({ target }) => /clock|half/.test(nameOf(target)));

  expect(new Set(rules.map(({ name }) => name)).size).toBe(1);
  expect(rules.map(({ target }) => target)).toEqual([
    { functionName: 'firstline-prod-clock' },
    { queueName: 'firstline-prod-half-minute' },
  ]);
  expect(queue).toMatchObject({ delaySeconds: 30, deadLetters: { maxReceiveCount: 2 } });
  expect(mapping).toMatchObject({
    functionName: 'firstline-prod-clock',
    batchSize: 1,
    maximumConcurrency: 2,
  });
});

it('lets that rule alone put it there', () => {
  const policies = desk
    .of('AWS::SQS::QueuePolicy')
    .map(({ properties }) => JSON.stringify(properties))
    .filter((policy) => policy.includes('HalfMinute') && policy.includes('events.amazonaws.com'));

  expect(policies).toHaveLength(1);
  expect(policies[0]).toContain('EveryMinute');
});
