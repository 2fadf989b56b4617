import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { synthesizeSample } from '../template/sample-app.ts';
import { type RunningDesk, startDesk } from './desk-runner.ts';
import { sampleCode } from './sample-code.ts';

let assembly: string;
let dataFolder: string;
let desk: RunningDesk;

beforeAll(async () => {
  assembly = synthesizeSample(sampleCode);
  dataFolder = mkdtempSync(join(tmpdir(), 'firstline-run-'));
  const people = [{ sub: 'agt_1', email: 'ann@example.com', name: 'Ann', role: 'operator' }];
  writeFileSync(join(dataFolder, 'people.json'), JSON.stringify(people));
  desk = await startDesk({ dataFolder, assembly, seed: false });
});
afterAll(async () => {
  await desk.stop();
  rmSync(dirname(assembly), { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
});

const post = (path: string, body: string): Promise<Response> =>
  fetch(desk.baseUrl + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
/** What a function logged with this code, in order. */
const said = (name: string, code: string): Record<string, unknown>[] =>
  desk
    .logs(name)
    .filter((line) => line.startsWith('{'))
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter((entry) => entry['code'] === code);

describe('the desk behind its one address', () => {
  it('serves pages by the distribution and its viewer function', async () => {
    const page = await fetch(`${desk.baseUrl}/tickets/7`);

    expect([page.status, await page.text()]).toEqual([200, '<h1>Sample</h1>']);
  });

  it('refuses a request without a token', async () => {
    const answer = await fetch(`${desk.baseUrl}/api/things/1`);

    expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
  });

  it('hands claims over as texts', async () => {
    const authorization = `Bearer ${await desk.token('ann@example.com')}`;

    const answer = await fetch(`${desk.baseUrl}/api/things/a%20b`, { headers: { authorization } });

    expect(await answer.json()).toMatchObject({
      claims: { sub: 'agt_1', email: 'ann@example.com', email_verified: 'true' },
      parameters: { id: 'a b' },
    });
  });

  it('answers 404 for a route nobody declared', async () => {
    const authorization = `Bearer ${await desk.token('ann@example.com')}`;

    const answer = await fetch(`${desk.baseUrl}/api/other`, { headers: { authorization } });

    expect(answer.status).toBe(404);
  });
});

describe('a message in the queue', () => {
  it('reaches its function', async () => {
    await post('/hooks/send', 'plain');

    await expect
      .poll(() => said('worker', 'worker.got').map(({ body }) => body))
      .toContain('plain');
  });

  it('comes again when the function dies with it', async () => {
    await post('/hooks/send', 'once');

    const attempts = () =>
      said('worker', 'worker.got')
        .filter(({ body }) => body === 'once')
        .map(({ attempt }) => attempt);
    await expect.poll(attempts, { timeout: 10_000 }).toEqual(['1', '2']);
  });

  it('ends in the dead letters after its last attempt', async () => {
    const dead =
      desk.model.queues.find(({ deadLetters }) => deadLetters)?.deadLetters?.queueName ?? '';

    await post('/hooks/send', 'poison');

    await expect.poll(() => desk.aws.queues.depth(dead).visible, { timeout: 15_000 }).toBe(1);
  });
});

describe('a change in the table', () => {
  it('reaches the stream reader', async () => {
    await post('/hooks/put', '{"id":"good"}');

    await expect
      .poll(() => said('follower', 'follower.saw'), { timeout: 10_000 })
      .toContainEqual({ code: 'follower.saw', eventName: 'INSERT', id: 'good' });
  });

  it('is given up after the retries, and what follows goes on', async () => {
    await post('/hooks/put', '{"id":"bad"}');
    await post('/hooks/put', '{"id":"after"}');

    const attempts = () => said('follower', 'follower.saw').filter(({ id }) => id === 'bad').length;
    await expect
      .poll(() => said('follower', 'follower.saw').map(({ id }) => id), { timeout: 15_000 })
      .toContain('after');
    expect(attempts()).toBeGreaterThanOrEqual(4);
  });
});

describe('what a function may do', () => {
  it('is what its role says', async () => {
    const answer = await post('/hooks/forbidden', '{}');

    expect(await answer.text()).toContain('AccessDenied');
  });

  it('ends at loopback: calls outside are answered and recorded here', async () => {
    const answer = await post('/hooks/outside', '{}');

    expect(await answer.json()).toMatchObject({ ok: true, result: { text: 'hi' } });
    expect(desk.recordedCalls()).toMatchObject([
      { host: 'api.telegram.org', path: '/bot1:a/sendMessage' },
    ]);
  });
});

describe('mail by SMTP', () => {
  const send = async (to: string, text = 'Hello') => {
    const transport = createTransport({ host: '127.0.0.1', port: desk.smtpPort, secure: false });
    return await transport.sendMail({ from: 'kim@example.net', to, subject: 'Hi', text });
  };

  it('is stored and announced as SES does', async () => {
    await send('desk+7@example.org');

    const notifications = () =>
      said('worker', 'worker.got')
        .map(({ body }) => String(body))
        .filter((body) => body.includes('Received'));
    await expect.poll(notifications).toHaveLength(1);
    const { mail, receipt } = JSON.parse(notifications()[0] ?? '');
    const stored = await desk.aws.objects.get(receipt.action.bucketName, receipt.action.objectKey);
    expect(mail).toMatchObject({ source: 'kim@example.net', destination: ['desk+7@example.org'] });
    expect(receipt).toMatchObject({
      recipients: ['desk+7@example.org'],
      spamVerdict: { status: 'PASS' },
    });
    expect(stored?.body.toString()).toMatch(
      /^Return-Path: <kim@example.net>\r\n[\s\S]*Subject: Hi\r\n/,
    );
  });

  it('is refused for an address no rule takes', async () => {
    await expect(send('nobody@elsewhere.example')).rejects.toMatchObject({ responseCode: 550 });
  });
});

describe('the WebSocket API', () => {
  const address = () => {
    const [api] = desk.model.webSocketApis;
    return `${desk.baseUrl.replace('http', 'ws')}/_local/push/${api?.id}/${api?.stage}`;
  };
  const open = async (token: string): Promise<WebSocket> => {
    const socket = new WebSocket(`${address()}?token=${token}`);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return socket;
  };

  it('refuses whom $connect refuses', async () => {
    await expect(open('bad')).rejects.toThrow('401');
  });

  it('lets an open connection receive', async () => {
    const socket = await open('good');
    const id = String(said('push', 'push.CONNECT').at(-1)?.['id']);

    const received = new Promise((resolve) =>
      socket.once('message', (data) => resolve(String(data))),
    );
    const { ApiGatewayManagementApiClient, PostToConnectionCommand } = await import(
      '@aws-sdk/client-apigatewaymanagementapi'
    );
    const [api] = desk.model.webSocketApis;
    const client = new ApiGatewayManagementApiClient({
      endpoint: `${desk.awsEndpoint}/execute-api/${api?.id}/${api?.stage}`,
      region: desk.model.region,
      credentials: desk.aws.operator,
    });
    await client.send(new PostToConnectionCommand({ ConnectionId: id, Data: 'news' }));

    expect(await received).toBe('news');
    socket.close();
  });
});

describe('a second desk on the same folder', () => {
  it('says which process has it', async () => {
    await expect(startDesk({ dataFolder, assembly, seed: false })).rejects.toThrow(
      `process ${process.pid}`,
    );
  });

  it('says who has the port', async () => {
    const { port } = new URL(desk.baseUrl);
    const other = mkdtempSync(join(tmpdir(), 'firstline-run-'));

    await expect(
      startDesk({ dataFolder: other, assembly, port: Number(port), seed: false }),
    ).rejects.toThrow(`Port ${port} is taken by the desk of process ${process.pid}`);
  });
});
