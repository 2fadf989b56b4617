import { describe, expect, test } from 'vitest';
import { aTicket } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { anInbound } from '../../../../test/make/an-inbound.ts';
import { messageFrom } from '../../../desk/tickets/message.ts';

const olga = aStoredAgent({ id: 'agt_olga', email: 'olga@desk.example', name: 'Olga' });
const ivan = aStoredAgent({ id: 'agt_ivan', email: 'ivan@desk.example', name: 'Ivan' });
const ticket = aTicket();
const question = messageFrom(anInbound(), {
  ticketId: ticket.id,
  kind: 'customer',
  now: ticket.createdAt,
});
const clientId = 'b3b1f8a2-6c0e-4b0a-9a55-1d2f3c4b5a69';

const anApiWithTicket = (...people: Parameters<typeof anApi>[0]) => {
  const api = anApi(people.length > 0 ? people : [olga]);
  api.tickets.put(ticket, [question]);
  return api;
};
const reply = (body: object = {}, by = olga) => ({
  method: 'POST',
  path: `/api/tickets/${ticket.id}/replies`,
  body: { clientId, text: 'It left on Monday.', answersId: ticket.lastPublicId, ...body },
  claims: claimsFor(by),
});

describe('a reply', () => {
  test('is saved with the ticket and queued for delivery', async () => {
    const answer = await anApiWithTicket().send(reply());

    expect(answer).toMatchObject({
      status: 201,
      body: {
        ticket: { status: 'waiting', assigneeId: 'agt_olga' },
        message: { delivery: { state: 'queued' }, isCut: false },
      },
    });
  });

  test('sent twice is one message', async () => {
    const api = anApiWithTicket();

    const [first, second] = [await api.send(reply()), await api.send(reply())];

    expect(second.body['message']).toEqual(first.body['message']);
    expect(api.tickets.timeline(ticket.id)).toHaveLength(2);
  });

  test('sent again by somebody who saw it among the messages meanwhile is one message', async () => {
    const api = anApiWithTicket();
    const first = await api.send(reply());
    const answersId = (first.body['ticket'] as { lastPublicId: string }).lastPublicId;

    const second = await api.send(reply({ answersId }));

    expect(second.body['message']).toEqual(first.body['message']);
    expect(api.tickets.timeline(ticket.id)).toHaveLength(2);
  });

  test('to what is no longer the newest word is refused and says what came', async () => {
    const api = anApiWithTicket();
    const later = {
      ...question,
      id: 'msg_00000000000000000000late',
      occurredAt: '2026-11-02T09:30:00.000Z',
    };
    api.tickets.put({ ...ticket, lastPublicId: later.id, version: 2 }, [later]);

    const answer = await api.send(reply());

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'reply.outdated', changed: [later.id] },
    });
  });

  test('that is refused does not name the acknowledgement that came in between', async () => {
    const api = anApiWithTicket();
    const at = { occurredAt: '2026-11-02T09:30:00.000Z' };
    const robot = { id: 'msg_00000000000000000000auto', kind: 'acknowledgement' } as const;
    const later = { ...question, ...at, id: 'msg_00000000000000000000late' };
    api.tickets.put({ ...ticket, lastPublicId: later.id, version: 2 }, [
      { ...question, ...at, ...robot, direction: 'out' },
      later,
    ]);

    const answer = await api.send(reply());

    expect(answer.body['changed']).toEqual([later.id]);
  });

  test('survives a change that says nothing to the customer', async () => {
    const api = anApiWithTicket();
    api.tickets.beforeSave(() => api.tickets.put({ ...ticket, priority: 'high', version: 2 }));

    const answer = await api.send(reply());

    expect(answer).toMatchObject({
      status: 201,
      body: { ticket: { priority: 'high', version: 3 } },
    });
  });

  test('to a colleague’s ticket is refused', async () => {
    const api = anApiWithTicket(olga, ivan);
    api.tickets.put({ ...ticket, assigneeId: 'agt_ivan' });

    expect(await api.send(reply())).toMatchObject({
      status: 409,
      body: { code: 'ticket.claimed' },
    });
  });

  test('longer than an item should be keeps its whole body beside it', async () => {
    const api = anApiWithTicket();
    const text = 'Long. '.repeat(10_000);

    const answer = await api.send(reply({ text }));

    const message = answer.body['message'] as { id: string; isCut: boolean; text: string };
    expect(message).toMatchObject({ isCut: true });
    expect(message.text.length).toBeLessThan(text.length);
    expect(Buffer.from((await api.files.get(`bodies/${message.id}`)) ?? '').toString()).toContain(
      text,
    );
  });
});

describe('a reply’s file', () => {
  const upload = async (api: ReturnType<typeof anApi>, content: string, by = olga) => {
    const file = { name: 'счёт.pdf', type: 'application/pdf', size: 4 };
    const { body } = await api.send({
      method: 'POST',
      path: '/api/uploads',
      body: file,
      claims: claimsFor(by),
    });
    const key = new URL(String(body['url'])).pathname.slice(1);
    if (content) await api.files.put(key, content, file.type);
    return String(body['grant']);
  };

  test('goes with the message, under a key of the message', async () => {
    const api = anApiWithTicket();
    const grant = await upload(api, '%PDF');

    const answer = await api.send(reply({ attachments: [grant] }));

    const message = answer.body['message'] as { id: string };
    expect(message).toMatchObject({
      attachments: [{ name: 'счёт.pdf', size: 4, type: 'application/pdf' }],
    });
    expect(api.files.keys()).toContain(`files/${message.id}/0`);
  });

  test.each([
    ['never arrived', '', 'upload.missing'],
    ['is another than announced', '%PDF-1.7', 'upload.wrong-size'],
  ])('is refused when it %s', async (_name, content, code) => {
    const api = anApiWithTicket();
    const grant = await upload(api, content);

    expect((await api.send(reply({ attachments: [grant] }))).body).toMatchObject({ code });
  });

  test('may not be more than a mail can carry, together', async () => {
    const api = anApiWithTicket();
    const file = { name: 'film.mp4', type: 'video/mp4', size: 15 * 1024 * 1024 };
    const ask = { method: 'POST', path: '/api/uploads', body: file, claims: claimsFor(olga) };
    const grants = [(await api.send(ask)).body['grant'], (await api.send(ask)).body['grant']];

    expect(await api.send(reply({ attachments: grants }))).toMatchObject({
      status: 413,
      body: { code: 'upload.too-large' },
    });
  });

  test('may not be a colleague’s', async () => {
    const api = anApiWithTicket(olga, ivan);
    const grant = await upload(api, '%PDF', ivan);

    expect((await api.send(reply({ attachments: [grant] }))).body).toMatchObject({
      code: 'upload.invalid',
    });
  });

  test('is linked for the browser to show or to keep', async () => {
    const api = anApiWithTicket();
    const grant = await upload(api, '%PDF');
    const sent = await api.send(reply({ attachments: [grant] }));
    const message = sent.body['message'] as { id: string; occurredAt: string };
    const path = `/api/tickets/${ticket.id}/entries/${message.id}/attachments/0?occurredAt=${message.occurredAt}`;

    const shown = await api.send({
      method: 'GET',
      path: `${path}&download=false`,
      claims: claimsFor(olga),
    });
    const kept = await api.send({
      method: 'GET',
      path: `${path}&download=true`,
      claims: claimsFor(olga),
    });

    expect(decodeURIComponent(String(shown.body['url']))).toContain('disposition=inline');
    expect(decodeURIComponent(String(kept.body['url']))).toContain('disposition=attachment');
  });
});

describe('a note', () => {
  const note = {
    method: 'POST',
    path: `/api/tickets/${ticket.id}/notes`,
    body: { clientId, text: 'Ask the shop.' },
    claims: claimsFor(olga),
  };

  test('sent twice is one note', async () => {
    const api = anApiWithTicket();

    const [first, second] = [await api.send(note), await api.send(note)];

    expect(second).toEqual(first);
    expect(api.tickets.timeline(ticket.id).filter((entry) => entry.type === 'note')).toHaveLength(
      1,
    );
  });
});

describe('a message that may not have arrived', () => {
  const place = { ...question, id: 'msg_0000000000000000000sent', direction: 'out' as const };
  const resend = {
    method: 'POST',
    path: `/api/tickets/${ticket.id}/messages/${place.id}/resend`,
    body: { occurredAt: place.occurredAt },
    claims: claimsFor(olga),
  };
  const anApiWithDelivery = (state: 'unknown' | 'sent') => {
    const api = anApiWithTicket();
    api.tickets.put(ticket, [{ ...place, delivery: { state, attempts: 1, at: place.occurredAt } }]);
    return api;
  };

  test('is queued again by an agent', async () => {
    expect(await anApiWithDelivery('unknown').send(resend)).toMatchObject({
      status: 200,
      body: { message: { delivery: { state: 'queued', attempts: 1 } } },
    });
  });

  test('is not sent again when it was sent', async () => {
    expect(await anApiWithDelivery('sent').send(resend)).toMatchObject({
      status: 409,
      body: { code: 'delivery.not-resendable' },
    });
  });
});
