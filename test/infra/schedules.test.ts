import { afterAll, beforeAll, expect, it } from 'vitest';
import { cronOf } from '../../local/run/schedule/schedule.ts';
import type { ScheduleModel } from '../../local/template/model.ts';
import { readModel } from '../../local/template/read-model.ts';
import { type SynthesizedDesk, synthesizeDesk } from './synthesized-desk.ts';

let desk: SynthesizedDesk;
let schedules: ScheduleModel[];
beforeAll(async () => {
  desk = synthesizeDesk();
  schedules = (await readModel(desk.folder)).schedules;
});
afterAll(() => desk.forget());

const expressionOf = (name: string) =>
  schedules.find(({ functionName }) => functionName.endsWith(`-${name}`))?.expression ?? '';

it('calls the clock each minute and the digest each night, soon after the day is over', () => {
  const night = cronOf(expressionOf('digest'), 'UTC').nextRun(new Date('2026-11-22T10:00:00Z'));

  expect(expressionOf('clock')).toBe('rate(1 minute)');
  expect(night?.toISOString()).toBe('2026-11-23T00:30:00.000Z');
});
