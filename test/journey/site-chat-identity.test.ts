import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aTalk, pushedTo, saidIn, untilChatTicket } from '../make/a-talk.ts';
import { askChat, aWidget, openSocket, signedUser } from '../make/a-widget.ts';
import { aStranger, isFromPerson, sendLetter, untilPosted, untilTaken } from '../make/letters.ts';
import { type Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';

let journey: JourneyDesk;
let ann: Staff;
let baseUrl = '';
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
  ({ baseUrl } = journey.desk);
});
afterAll(() => journey.end());

describe('who the page vouches for', () => {
  const user = signedUser({ id: `user-${randomUUID()}`, email: aStranger('olya'), name: 'Olya' });

  it('is known by name, and has one conversation on every device', async () => {
    const { widget, ticketId } = await aTalk(journey, 'From my desk', { user });

    expect((await ann.view(ticketId)).ticket.customerName).toBe('Olya');
    const phone = await aWidget(baseUrl, { user });
    expect(phone.session).toMatchObject({ chat: widget.session.chat, isIdentified: true });
    expect(await saidIn(phone)).toEqual(['From my desk']);
  });

  it('goes on with what they began before they signed in, there and elsewhere', async () => {
    const late = signedUser({ id: `user-${randomUUID()}` });
    const { widget } = await aTalk(journey, 'I have not signed in yet');

    const signedIn = await aWidget(baseUrl, { user: late, token: widget.session.token });
    const clientMsgId = randomUUID();
    await signedIn.write('Now I have', { clientMsgId });
    await untilChatTicket(journey, signedIn, clientMsgId);

    const phone = await until('the other device', async () => {
      const other = await aWidget(baseUrl, { user: late });
      return other.session.chat === widget.session.chat && other;
    });
    expect(await saidIn(phone)).toEqual(['I have not signed in yet', 'Now I have']);
  });

  it('leaves nothing to who comes after them at the same browser', async () => {
    const { widget } = await aTalk(journey, 'My secret', { user });

    const next = await aWidget(baseUrl, { token: widget.session.token });

    expect(next.session.chat).not.toBe(widget.session.chat);
    expect(await saidIn(next)).toEqual([]);
  });
});

describe('what is refused', () => {
  const session = (body: object, origin?: string) =>
    askChat<{ code: string }>(baseUrl, 'session', {
      body: { connection: 'site-chat', ...body },
      ...(origin !== undefined && { origin }),
    });

  it.each([
    ['a signature by another secret', signedUser({ id: '42' }, 'another secret of somebody')],
    ['a signature of another user', { ...signedUser({ id: '42' }), id: '43' }],
  ])('is %s', async (_name, user) => {
    const { status, body } = await session({ user });

    expect(status).toBe(403);
    expect(body.code).toBe('chat.identity-refused');
  });

  it('is a forged or cut token: it opens nobody’s history', async () => {
    const { widget } = await aTalk(journey, 'Mine alone');
    const token = `${widget.session.token.slice(0, -2)}xx`;

    const { status, body } = await askChat<{ code: string }>(baseUrl, 'history', {
      body: { token },
    });

    expect([status, body.code]).toEqual([403, 'chat.token-invalid']);
    const other = await aWidget(baseUrl, { token });
    expect(other.session.chat).not.toBe(widget.session.chat);
  });

  it('is a page of another host, over HTTP and over the WebSocket', async () => {
    const evil = 'https://evil.example';
    const asked = await session({}, evil);
    const { widget } = await aTalk(journey, 'Mine');
    const fresh = await aWidget(baseUrl, { token: widget.session.token });

    expect(asked.status).toBe(403);
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    const body = { token: widget.session.token };
    const read = await askChat(baseUrl, 'history', { body, origin: evil });
    expect(read.status).toBe(403);
    expect(await openSocket(fresh.session.socketUrl, evil)).toEqual({ status: 403 });
  });

  it('is an address of the WebSocket without its token, or with one of another kind', async () => {
    const { session: known } = await aWidget(baseUrl);
    const url = new URL(known.socketUrl);
    url.searchParams.set('token', known.token);

    expect(await openSocket(url.href)).toEqual({ status: 401 });
  });

  it('is nothing that lets a page of the desk’s host do more than the widget', async () => {
    const asked = await session({});

    expect(asked.headers.get('access-control-allow-origin')).toBe('https://www.kopilka.example');
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('a visitor who has left', () => {
  it('gets the answer by mail, and goes on by mail in the same ticket', async () => {
    const email = aStranger('visitor');
    const widget = await aWidget(baseUrl);
    const clientMsgId = randomUUID();
    await widget.write('I have to go, please write', { clientMsgId, email });
    const ticketId = await untilChatTicket(journey, widget, clientMsgId);
    expect((await widget.history()).mailTo).toBe(`v…@example.net`);
    widget.kill();

    await ann.reply(ticketId, { text: 'Here is your answer.' });

    const mail = await untilPosted(journey.desk, email, isFromPerson, 90);
    expect(mail.text).toContain('Here is your answer.');
    expect(mail.from?.address).toBe('support@help.kopilka.example');
    const answered = await sendLetter(journey.desk, {
      from: email,
      to: mail.replyTo?.[0]?.address,
      subject: `Re: ${mail.subject}`,
      text: 'Thank you, by mail!',
    });
    expect(await untilTaken(journey.table, answered)).toBe(ticketId);
    const said = (await ann.messages(ticketId)).find(({ text }) => text.includes('by mail!'));
    expect(said).toMatchObject({ kind: 'customer', channel: 'mail' });
    const back = await aWidget(baseUrl, { token: widget.session.token });
    expect(await saidIn(back)).toEqual([
      'I have to go, please write',
      'Here is your answer.',
      'Thank you, by mail!',
    ]);
  });

  it('gets no mail of what the widget received', async () => {
    const email = aStranger('reader');
    const widget = await aWidget(baseUrl);
    const clientMsgId = randomUUID();
    await widget.write('I stay', { clientMsgId, email });
    const ticketId = await untilChatTicket(journey, widget, clientMsgId);
    await ann.reply(ticketId, { text: 'Seen at once' });
    await until('the push', () => pushedTo(widget).includes('Seen at once'));
    const at = (await widget.history()).messages.at(-1)?.at;
    widget.say({ type: 'seen', what: 'delivered', until: at });
    await until('the receipt', async () =>
      (await ann.messages(ticketId)).some(({ delivery }) => delivery?.state === 'delivered'),
    );
    widget.kill();

    await ann.reply(ticketId, { text: 'Not seen' });

    const mail = await untilPosted(journey.desk, email, isFromPerson, 90);
    expect(mail.text).toContain('Not seen');
  });
});
