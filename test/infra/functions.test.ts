import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { FunctionModel } from '../../local/template/model.ts';
import { readModel } from '../../local/template/read-model.ts';
import { type SynthesizedDesk, synthesizeDesk } from './synthesized-desk.ts';

let desk: SynthesizedDesk;
let functions: FunctionModel[];
beforeAll(async () => {
  desk = synthesizeDesk();
  functions = (await readModel(desk.folder)).functions;
});
afterAll(() => desk.forget());

const entries = join(import.meta.dirname, '../../functions/entry');
const entryNames = readdirSync(entries, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Lambda's own limit of all variables together. */
const variableBytes = 4096;

describe('functions', () => {
  it('are the folders of functions/entry', () => {
    const deployed = functions.map(({ name }) => name.replace('firstline-prod-', ''));

    expect(deployed.sort()).toEqual(entryNames.sort());
  });

  it.each(entryNames)('%s gets the variables it asks for', async (name) => {
    const file = join(entries, name, 'env.ts');
    const { [`${name[0]?.toUpperCase()}${name.slice(1)}Env`]: schema } = (await import(
      file
    )) as Record<string, z.ZodType>;

    const deployed = functions.find((one) => one.name === `firstline-prod-${name}`);

    expect(schema?.safeParse(deployed?.environment).error?.issues).toBeUndefined();
  });

  it('keep within Lambda’s 4 KB of variables', () => {
    for (const { name, environment } of functions) {
      const bytes = Object.entries(environment).flat().join('').length;
      expect({ name, fits: bytes < variableBytes }).toEqual({ name, fits: true });
    }
  });

  it('run on arm64 with nodejs24.x, are traced and log JSON', () => {
    const ours = desk
      .of('AWS::Lambda::Function')
      .filter(({ properties }) => String(properties['FunctionName']).startsWith('firstline-'));

    expect(ours).toHaveLength(entryNames.length);
    for (const { properties } of ours) {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON' },
      });
    }
  });

  it('keep logs for a month, not for ever', () => {
    for (const { id, properties } of desk.of('AWS::Logs::LogGroup'))
      expect(properties['RetentionInDays'], id).toBe(30);
  });
});

describe('the table’s stream', () => {
  it('has two readers, the service’s own limit', () => {
    const readers = desk
      .of('AWS::Lambda::EventSourceMapping')
      .filter(({ properties }) => properties['StartingPosition']);

    expect(readers).toHaveLength(2);
  });

  it('tells the operator what its readers gave up', () => {
    const readers = desk
      .of('AWS::Lambda::EventSourceMapping')
      .filter(({ properties }) => properties['StartingPosition']);

    for (const { properties } of readers)
      expect(properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      });
  });
});
