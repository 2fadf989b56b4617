import { describe, expect, test } from 'vitest';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { anInbound } from '../../../../test/make/an-inbound.ts';
import { FetchRefused } from '../../../channels/http/fetch-file.ts';
import { messageFrom } from '../../../desk/tickets/message.ts';

const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');
const html =
  '<p>Hi</p><img src="cid:0"><img data-remote-src="https://a.example/1.png?a=1&amp;b=2">' +
  '<img alt="" data-remote-src="http://b.example/2.png">';

const asking = (fetched: (url: string) => Promise<Uint8Array>) => {
  const agent = aStoredAgent();
  const asked: string[] = [];
  const fetchImage = (url: string) => {
    asked.push(url);
    return fetched(url);
  };
  const api = anApi([agent], { fetchImage });
  const ticket = aTicket();
  const message = messageFrom(anInbound({ html }), {
    ticketId: ticket.id,
    kind: 'customer',
    now: '2026-11-02T09:00:01.000Z',
  });
  api.tickets.put(ticket, [message]);
  const get = (index: number) =>
    api.send({
      method: 'GET',
      path: `/api/tickets/${ticket.id}/messages/${message.id}/images/${index}?occurredAt=${message.occurredAt}`,
      claims: claimsFor(agent),
    });
  return { get, asked, files: api.files };
};

describe('a picture of another server', () => {
  test('is fetched by the desk and given as a link of ours', async () => {
    const { get, asked } = asking(async () => png);

    const { status, body } = await get(0);

    expect([status, asked]).toEqual([200, ['https://a.example/1.png?a=1&b=2']]);
    expect(body['url']).not.toContain('a.example');
  });

  test('is fetched once, whoever looks', async () => {
    const { get, asked } = asking(async () => png);

    await get(0);
    await get(0);

    expect(asked).toHaveLength(1);
  });

  test('is asked for in secret, also where the sender did not', async () => {
    const { get, asked } = asking(async () => png);

    await get(1);

    expect(asked).toEqual(['https://b.example/2.png']);
  });

  test('that the message does not show is not fetched', async () => {
    const { get, asked } = asking(async () => png);

    expect((await get(2)).status).toBe(404);
    expect(asked).toEqual([]);
  });

  test.each<[string, () => Promise<Uint8Array>]>([
    ['is a program', async () => Buffer.from('<svg onload="x()">')],
    ['is a page', async () => Buffer.from('<!doctype html>')],
    [
      'is inside our network',
      async () => Promise.reject(new FetchRefused('private-address', true)),
    ],
    ['is too large', async () => Promise.reject(new FetchRefused('too-large', true))],
  ])('that %s is refused', async (_, fetched) => {
    const { get } = asking(fetched);

    expect(await get(0)).toMatchObject({ status: 404, body: { code: 'image.unavailable' } });
  });
});
