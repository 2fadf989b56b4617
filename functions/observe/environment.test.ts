import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { jsonVariable, parseEnvironment } from './environment.ts';

const Env = z.object({
  TABLE_NAME: z.string().min(1),
  DESK: jsonVariable(z.object({ name: z.string() })),
});

describe('a function’s environment', () => {
  test('is parsed, JSON included', () => {
    expect(parseEnvironment(Env, { TABLE_NAME: 'desk', DESK: '{"name":"Coins"}' })).toEqual({
      TABLE_NAME: 'desk',
      DESK: { name: 'Coins' },
    });
  });

  test('names every variable that is wrong, never its value', () => {
    const parse = () => parseEnvironment(Env, { DESK: 'hush' });

    expect(parse).toThrow(/TABLE_NAME.*DESK: is not JSON/);
    expect(parse).not.toThrow(/hush/);
  });
});
