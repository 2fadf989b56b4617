import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SynthesizedDesk, synthesizeDesk } from './synthesized-desk.ts';

let desk: SynthesizedDesk;
beforeAll(() => {
  desk = synthesizeDesk();
});
afterAll(() => desk.forget());

const costs = readFileSync(join(import.meta.dirname, '../../docs/COSTS.md'), 'utf8');
/** Second cell of a row of the idle month. */
const counted = (what: string): number =>
  Number(new RegExp(`^\\| ${what} +\\| ([\\d,]+)`, 'm').exec(costs)?.[1]?.replace(',', ''));

describe('what docs/COSTS.md counts for an idle month', () => {
  it('is what the templates have', () => {
    const polling = desk
      .of('AWS::Lambda::EventSourceMapping')
      .filter(({ properties }) => properties['StartingPosition'] === undefined);

    expect(counted('queue mappings')).toBe(polling.length);
    expect(counted('alarms')).toBe(desk.of('AWS::CloudWatch::Alarm').length);
    expect(counted('secrets')).toBe(desk.of('AWS::SecretsManager::Secret').length);
  });
});
