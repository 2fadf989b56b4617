import { describe, expect, it } from 'vitest';
import settings from '../../../desk.config.ts';
import { answerGraph, answerInstagramGraph } from './graph.ts';

const number = settings.connections.flatMap((one) =>
  one.channel === 'whatsapp' ? one.phoneNumberId : [],
)[0];
const authorization = 'Bearer token';

const ask = (
  path: string,
  body: unknown,
  headers: Record<string, string> = { authorization },
  answer = answerGraph,
) => {
  const url = new URL(`http://outside/v25.0${path}`);
  return answer({
    method: body === undefined ? 'GET' : 'POST',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: Buffer.from(JSON.stringify(body) ?? ''),
    base: 'http://outside',
  });
};
const codeOf = (answer: ReturnType<typeof ask>) => {
  const { error } = answer.body as { error: { code: number; error_subcode?: number } };
  return [error.code, error.error_subcode];
};

const message = (over: object) => ({
  messaging_product: 'whatsapp',
  to: '491570000001',
  type: 'text',
  text: { body: 'Hi' },
  ...over,
});
const template = (name: string, ...texts: string[]) => ({
  text: undefined,
  type: 'template',
  template: {
    name,
    language: { code: 'en_US' },
    components: [{ type: 'body', parameters: texts.map((text) => ({ type: 'text', text })) }],
  },
});

describe('the Cloud API’s stand-in', () => {
  const send = (over: object, headers?: Record<string, string>) =>
    ask(`/${number}/messages`, message(over), headers);

  it('takes text, and a template that exists', () => {
    expect(send({}).status).toBe(200);
    expect(send(template('shipped', 'A-17', 'Friday')).status).toBe(200);
  });

  it.each([
    ['no token', send({}, {}), [104, undefined]],
    ['a revoked token', send({}, { authorization: 'Bearer revoked-1' }), [190, 463]],
    ['a number that is not ours', ask('/999/messages', message({})), [100, 33]],
    ['no product', send({ messaging_product: undefined }), [100, undefined]],
    ['nobody to send to', send({ to: undefined }), [100, undefined]],
    ['an empty text', send({ text: { body: ' ' } }), [100, undefined]],
    ['a long text', send({ text: { body: 'x'.repeat(4097) } }), [100, undefined]],
    ['text and file', send({ document: { id: '1' } }), [100, undefined]],
    [
      'a file nobody uploaded',
      send({ type: 'image', text: undefined, image: { id: '1' } }),
      [100, undefined],
    ],
    ['a closed window', send({ to: '491570000024' }), [131047, undefined]],
    ['somebody who is gone', send({ to: '491570000551' }), [131026, undefined]],
    ['an unknown template', send(template('unknown')), [132001, undefined]],
    ['a template with too few parameters', send(template('shipped', 'A-17')), [132000, undefined]],
  ])('refuses %s', (_name, answer, code) => {
    expect(codeOf(answer)).toEqual(code);
  });

  it('gives a received file to who has the token and says who they are', () => {
    const about = ask('/810000000000001', undefined).body as { url: string };
    const fetchWith = (headers: Record<string, string>) =>
      answerGraph({
        method: 'GET',
        path: new URL(about.url).pathname,
        query: new URLSearchParams(),
        headers,
        body: Buffer.alloc(0),
        base: '',
      });

    expect(fetchWith({}).status).toBe(401);
    expect(fetchWith({ authorization }).status).toBe(403);
    expect(fetchWith({ authorization, 'user-agent': 'desk' }).status).toBe(200);
  });
});

describe.each([
  ['Messenger', answerGraph, 'x'.repeat(2001)],
  ['Instagram', answerInstagramGraph, 'я'.repeat(501)],
])('%s’s stand-in', (_name, answer, long) => {
  const send = (over: object) =>
    ask(
      '/me/messages',
      {
        recipient: { id: '6100000001' },
        messaging_type: 'RESPONSE',
        message: { text: 'Hi' },
        ...over,
      },
      { authorization },
      answer,
    );
  const tagged = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
  const file = { type: 'image', payload: { url: 'https://files.example/a' } };

  it('takes text, a file, and a person’s answer after a day', () => {
    expect(send({}).status).toBe(200);
    expect(send({ message: { attachment: file } }).status).toBe(200);
    expect(send({ ...tagged, recipient: { id: '6100000024' } }).status).toBe(200);
  });

  it.each([
    ['nobody to send to', { recipient: {} }, [100, undefined]],
    ['no kind of message', { messaging_type: undefined }, [100, undefined]],
    ['another tag', { messaging_type: 'MESSAGE_TAG', tag: 'ACCOUNT_UPDATE' }, [100, undefined]],
    ['an empty text', { message: { text: ' ' } }, [100, 2018034]],
    ['a long text', { message: { text: long } }, [100, undefined]],
    ['text and file', { message: { text: 'Hi', attachment: file } }, [100, undefined]],
    ['a file without an address', { message: { attachment: { type: 'file' } } }, [100, undefined]],
    ['an answer after a day', { recipient: { id: '6100000024' } }, [10, 2018278]],
    ['a person’s after a week', { ...tagged, recipient: { id: '6100000168' } }, [10, 2018278]],
    ['somebody who is gone', { recipient: { id: '6100000551' } }, [551, 1545041]],
  ])('refuses %s', (_what, over, code) => {
    expect(codeOf(send(over))).toEqual(code);
  });
});
