import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { FunctionLog } from './function-log.ts';
import { LambdaFunction } from './lambda-function.ts';
import type { Fault, Outcome } from './protocol.ts';

const folder = mkdtempSync(join(tmpdir(), 'firstline-lambda-'));
const running: LambdaFunction[] = [];
let serial = 0;

/** A function whose handler has this body; `event` and `context` are in scope. */
function aFunction(
  body: string,
  options: { reserved?: number; timeoutSeconds?: number; fault?: () => Fault | undefined } = {},
): LambdaFunction {
  serial += 1;
  const name = `sample-${serial}`;
  const modulePath = join(folder, `${name}.mjs`);
  writeFileSync(
    modulePath,
    `let calls = 0;\nexport const handler = async (event, context) => { calls += 1; ${body} };`,
  );
  const lambda = new LambdaFunction({
    model: {
      name,
      arn: `arn:${name}`,
      roleName: name,
      modulePath,
      exportName: 'handler',
      environment: {},
      timeoutSeconds: options.timeoutSeconds ?? 5,
      memoryMegabytes: 128,
      reservedConcurrency: options.reserved,
    },
    variables: { AWS_LAMBDA_FUNCTION_NAME: name, OWN: name },
    log: new FunctionLog(folder, name),
    faultFor: options.fault ?? (() => undefined),
  });
  running.push(lambda);
  return lambda;
}

const payloadOf = (outcome: Outcome): unknown =>
  outcome.kind === 'answer' ? JSON.parse(outcome.payload) : outcome.error.errorType;

afterEach(async () => {
  await Promise.all(running.splice(0).map((lambda) => lambda.stop()));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a function', () => {
  it('gets its event, its context and its own variables', async () => {
    const lambda = aFunction(
      'return { event, own: process.env.OWN, path: process.env.PATH, left: context.getRemainingTimeInMillis() > 1000, id: context.awsRequestId.length };',
    );

    const outcome = await lambda.invoke({ a: 1 });

    expect(payloadOf(outcome)).toEqual({
      event: { a: 1 },
      own: lambda.model.name,
      left: true,
      id: 36,
    });
  });

  it('reuses a warm environment', async () => {
    const lambda = aFunction('return calls;');

    const counts = [await lambda.invoke({}), await lambda.invoke({})].map(payloadOf);

    expect(counts).toEqual([1, 2]);
  });

  it('runs no more environments than reserved', async () => {
    const lambda = aFunction('await new Promise((done) => setTimeout(done, 20)); return calls;', {
      reserved: 1,
    });

    const counts = await Promise.all([1, 2, 3].map(() => lambda.invoke({})));

    expect(counts.map(payloadOf)).toEqual([1, 2, 3]);
  });

  it('keeps its printed lines', async () => {
    const lambda = aFunction('console.log(JSON.stringify({ code: "sample.said" }));');

    await lambda.invoke({});

    await expect.poll(() => lambda.log.lines()).toContain('{"code":"sample.said"}');
  });
});

describe('given a function that fails', () => {
  it('answers its error and stays warm', async () => {
    const lambda = aFunction('if (calls === 1) throw new RangeError("no"); return calls;');

    const outcomes = [await lambda.invoke({}), await lambda.invoke({})].map(payloadOf);

    expect(outcomes).toEqual(['RangeError', 2]);
  });

  it('ends a busy loop when its time is over and starts anew', async () => {
    const lambda = aFunction('if (event.spin) for (;;); return calls;', { timeoutSeconds: 1 });

    const outcomes = [await lambda.invoke({ spin: true }), await lambda.invoke({})].map(payloadOf);

    expect(outcomes).toEqual(['Sandbox.Timedout', 1]);
  });

  it('survives a crash of the environment', async () => {
    const lambda = aFunction('if (event.crash) process.exit(3); return calls;');

    const outcomes = [await lambda.invoke({ crash: true }), await lambda.invoke({})].map(payloadOf);

    expect(outcomes).toEqual(['Runtime.ExitError', 1]);
  });

  it('says what is wrong with a module that cannot be loaded', async () => {
    const lambda = aFunction('} ; throw new TypeError("at start"); {');

    expect(payloadOf(await lambda.invoke({}))).toBe('TypeError');
  });
});

describe('given a planned death', () => {
  const call = "await fetch('http://127.0.0.1:59997/').catch(() => {});";

  it('dies before the planned call', async () => {
    const faults: Fault[] = [{ dies: 'before-call', call: 2 }];
    const lambda = aFunction(
      `${call} console.log('one'); ${call} console.log('two'); return calls;`,
      { fault: () => faults.pop() },
    );

    const outcomes = [await lambda.invoke({}), await lambda.invoke({})].map(payloadOf);

    expect(outcomes).toEqual(['Runtime.ExitError', 1]);
  });
});
