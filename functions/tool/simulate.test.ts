import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { aDayLike } from '../../test/make/a-simulated-day.ts';
import { DayFault, readDay } from './simulate/read-day.ts';
import { simulate, simulateTelling } from './simulate/run.ts';
import { duration, sentenceOf, tableOf } from './simulate/table.ts';

const page = readFileSync('docs/SIMULATION.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'firstline-simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['functions/tool/simulate.ts', ...args], { encoding: 'utf8' });

describe('the page about simulation', () => {
  const sale = simulate({ day: aDayLike('sale') });

  test('shows what the command prints of all policies', () => {
    expect(page).toContain(tableOf(sale, { isTotalOnly: true }).join('\n'));
  });

  test('shows what the command prints of two, by topic', () => {
    const two = sale.filter(({ policy }) => policy === 'longest-queue' || policy === 'first-come');

    expect(page).toContain(tableOf(two, { isTotalOnly: false }).join('\n'));
  });

  test.each(['ordinary-day', 'sale'] as const)('says how true what is told was on %s', (name) => {
    expect(page).toContain(sentenceOf(simulateTelling(aDayLike(name))));
  });
});

describe('a day', () => {
  test('is the same however often it is played', () => {
    const day = aDayLike('ordinary-day');

    expect(simulate({ day })).toEqual(simulate({ day }));
    expect(simulate({ day: { ...day, seed: 5 } })).not.toEqual(simulate({ day }));
  });

  test('is refused with the place and what is wrong', () => {
    const wrong = { ...aDayLike('ordinary-day'), day: 1, days: 0 };

    const read = () => readDay(file('wrong.json', JSON.stringify(wrong)));

    expect(read).toThrow(DayFault);
    expect(read).toThrow(/Unrecognized key: "day"/);
    expect(read).toThrow(/at days/);
  });

  test.each([
    ['shares without a number a day', { arrivals: undefined }, /add "arrivals"/],
    [
      'a topic twice',
      { topics: Array(2).fill(aDayLike('ordinary-day').topics[0]) },
      /"missing-cashback" is there twice/,
    ],
  ])('is refused for %s', (_, over, message) => {
    const wrong = { ...aDayLike('ordinary-day'), ...over };

    expect(() => readDay(file('wrong.json', JSON.stringify(wrong)))).toThrow(message);
  });

  test('is refused when it is missing or no JSON', () => {
    expect(() => readDay(join(folder, 'none.json'))).toThrow(/cannot be read/);
    expect(() => readDay(file('no.json', '{'))).toThrow(/is no JSON/);
  });

  test('is refused for a shift that is not there, which names those that are', () => {
    const day = aDayLike('ordinary-day');
    const agents = day.agents.map((team) => ({ ...team, shiftId: 'nights' }));

    expect(() => simulate({ day: { ...day, agents } })).toThrow(
      /"nights".*There are: night, early/,
    );
  });
});

describe('the command', () => {
  test('prints JSON alone, with progress beside it', () => {
    const { status, stdout, stderr } = run(
      'docs/simulations/ordinary-day.json',
      '--json',
      '--policy',
      'first-come',
    );

    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ reports: [{ policy: 'first-come' }] });
    expect(stderr).toMatch(/^first-come: \d+ tickets in 1 d/);
  });

  test('says what to do when it is wrongly asked', () => {
    const { status, stderr } = run('docs/simulations/ordinary-day.json', '--policy', 'best');

    expect(status).toBe(2);
    expect(stderr).toContain('There are: longest-queue, first-come, priority-only, shortest-due');
  });
});

test.each([
  [45, '45 s'],
  [720, '12 min'],
  [11_100, '3 h 05'],
  [187_200, '2 d 04 h'],
])('%i seconds are written %s', (seconds, written) => {
  expect(duration(seconds)).toBe(written);
});
