import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageIdOf } from '../../functions/desk/ids.ts';
import { chatMessageKey } from '../../functions/channels/chat/parse.ts';
import { pointerStore } from '../../functions/dynamo/pointers.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aScreen } from '../make/a-screen.ts';
import { askChat, aWidget, openSocket, signedUser, type Widget } from '../make/a-widget.ts';
import { aStranger, isFromPerson, sendLetter, untilPosted, untilTaken } from '../make/letters.ts';
import type { Staff } from '../make/staff.ts';
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

/** The ticket a visitor's message went to. */
const untilTicket = ({ session }: Widget, clientMsgId: string): Promise<string> =>
  until(`a ticket of ${clientMsgId}`, async () => {
    const idempotencyKey = chatMessageKey('site-chat', session.chat, clientMsgId);
    const known = await pointerStore(journey.table).lookUp({
      idempotencyKey,
      pointers: [],
      identity: { channel: 'chat', externalId: 'nobody' },
    });
    return known.takenBy?.ticketId;
  });
/** A visitor who has written, and the ticket. */
const aTalk = async (text: string, options?: Parameters<typeof aWidget>[1]) => {
  const widget = await aWidget(baseUrl, options);
  const clientMsgId = randomUUID();
  await widget.write(text, { clientMsgId });
  return { widget, ticketId: await untilTicket(widget, clientMsgId) };
};
const saidTo = ({ heard }: Widget) =>
  heard.flatMap((push) => (push.type === 'message' ? push.message.text : []));
const textsOf = async (widget: Widget, since?: string) =>
  (await widget.history(since)).messages.filter(({ by }) => by !== 'desk').map(({ text }) => text);

describe('a visitor of the site chat', () => {
  it('is acknowledged with the id the message has in the history', async () => {
    const widget = await aWidget(baseUrl);
    const clientMsgId = randomUUID();

    const answer = await widget.write('Where is my cashback?', { clientMsgId });

    const id = messageIdOf(chatMessageKey('site-chat', widget.session.chat, clientMsgId));
    expect(answer).toMatchObject({ type: 'stored', id });
    const told = await until('the history', async () =>
      (await widget.history()).messages.find((message) => message.id === id),
    );
    expect(told).toMatchObject({ by: 'visitor', text: 'Where is my cashback?', clientMsgId });
  });

  it('opens a ticket of the chat, in the language of the page', async () => {
    const { widget, ticketId } = await aTalk('Где мой кэшбэк?', { language: 'ru' });

    expect((await ann.view(ticketId)).ticket).toMatchObject({
      channel: 'chat',
      language: 'ru',
      replyTo: { address: widget.session.chat },
    });
    await until('the acknowledgement', () => saidTo(widget).some((text) => /обращени/.test(text)));
  });

  it('hears an answer at once and finds it in the history, with the agent’s name', async () => {
    const { widget, ticketId } = await aTalk('Hello?');

    await ann.reply(ticketId, { text: 'Hello! It is on its way.' });

    await until('the push', () => saidTo(widget).includes('Hello! It is on its way.'));
    const { messages } = await widget.history();
    expect(messages.at(-1)).toMatchObject({ by: 'agent', name: 'Ann' });
  });

  it('is told apart from another who writes at the same time', async () => {
    const [one, two] = await Promise.all([aTalk('I am one'), aTalk('I am two')]);

    await ann.reply(one.ticketId, { text: 'Only for one' });

    await until('the push', () => saidTo(one.widget).includes('Only for one'));
    expect(one.ticketId).not.toBe(two.ticketId);
    expect(saidTo(two.widget)).not.toContain('Only for one');
    expect(await textsOf(two.widget)).toEqual(['I am two']);
  });

  it('says the same twice and is taken once', async () => {
    const widget = await aWidget(baseUrl);
    const clientMsgId = randomUUID();

    await widget.write('Only once', { clientMsgId });
    await widget.write('Only once', { clientMsgId });

    const ticketId = await untilTicket(widget, clientMsgId);
    await widget.write('And then');
    await until('the next', async () => (await textsOf(widget)).includes('And then'));
    const messages = await ann.messages(ticketId);
    expect(messages.filter(({ text }) => text === 'Only once')).toHaveLength(1);
  });

  it('never sees what colleagues say to each other', async () => {
    const { widget, ticketId } = await aTalk('Hello?');
    await ann.post(`/api/tickets/${ticketId}/notes`, {
      clientId: randomUUID(),
      text: 'A difficult one',
      attachments: [],
    });
    await ann.reply(ticketId, { text: 'Hello.' });

    await until('the push', () => saidTo(widget).includes('Hello.'));

    expect(JSON.stringify(await widget.history())).not.toContain('difficult');
  });

  it('learns the place in the queue and loses it when somebody answers', async () => {
    const { widget, ticketId } = await aTalk('Am I next?');
    const waiting = await until('a place', async () => {
      const { status } = await widget.history();
      return status.position !== undefined && status;
    });

    expect(waiting).toMatchObject({ isOpen: true, promise: expect.stringMatching(/hour|minute/) });
    await ann.reply(ticketId, { text: 'You are.' });
    await until('no place', async () => (await widget.history()).status.position === undefined);
  });

  it('sends a file that an agent can open, and gets one', async () => {
    const widget = await aWidget(baseUrl);
    const content = Buffer.from('a receipt');
    const body = { token: widget.session.token, name: 'receipt.txt', type: 'text/plain', size: 9 };
    const { body: granted } = await askChat<{
      grant: string;
      url: string;
      headers: Record<string, string>;
    }>(baseUrl, 'uploads', { body });
    await fetch(granted.url, { method: 'PUT', headers: granted.headers, body: content });
    const clientMsgId = randomUUID();
    await widget.write('', { clientMsgId, files: [granted.grant] });
    const ticketId = await untilTicket(widget, clientMsgId);

    expect((await ann.messages(ticketId))[0]?.attachments).toMatchObject([
      { name: 'receipt.txt', size: 9 },
    ]);
    const file = { name: 'answer.txt', type: 'text/plain', content: Buffer.from('an answer') };
    await ann.reply(ticketId, { text: 'Here.', attachments: [await ann.upload(file)] });
    await until('the word that there is news', () =>
      widget.heard.some(({ type }) => type === 'changed'),
    );
    const { messages } = await widget.history();
    const [link] = messages.at(-1)?.files ?? [];
    expect(await (await fetch(link?.url ?? '')).text()).toBe('an answer');
  });
});

describe('a line that breaks', () => {
  it('loses nothing: what was said meanwhile is told from the cursor on, once', async () => {
    const { widget, ticketId } = await aTalk('First');
    await ann.reply(ticketId, { text: 'Answer one' });
    await until('the first answer', async () => (await textsOf(widget)).length === 2);
    const { cursor } = await widget.history();
    widget.kill();
    for (const text of ['Answer two', 'Answer three']) await ann.reply(ticketId, { text });

    const again = await aWidget(baseUrl, { token: widget.session.token });

    expect(again.session.chat).toBe(widget.session.chat);
    const told = await textsOf(again, cursor);
    expect(told.filter((text) => /two|three/.test(text))).toEqual(['Answer two', 'Answer three']);
    await again.write('Second');
    const ids = (await ann.messages(ticketId)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is found again by a new page, with everything said before', async () => {
    const { widget } = await aTalk('Before');
    widget.kill();

    const again = await aWidget(baseUrl, { token: widget.session.token });

    expect(await textsOf(again)).toEqual(['Before']);
  });
});

describe('the agent’s side', () => {
  it('sees the visitor come, write and go; the visitor sees that it was read and answered', async () => {
    const { widget, ticketId } = await aTalk('Hello?');
    const screen = await aScreen(ann);
    const presence = () =>
      screen.heard.flatMap((push) => (push.type === 'presence' ? push.isHere : []));

    screen.say({ type: 'watch', ticketId });
    await until('the presence', () => presence().at(-1) === true);
    await until('the mark of reading', () => widget.heard.some(({ type }) => type === 'seen'));

    widget.say({ type: 'typing' });
    await until('the typing', () =>
      screen.heard.some((push) => push.type === 'typing' && push.ticketId === ticketId),
    );

    const typing = await ann.post<{ isHere: boolean }>(`/api/tickets/${ticketId}/typing`, {});
    expect(typing.body).toEqual({ isHere: true });
    await until('the agent’s typing', () =>
      widget.heard.some((push) => push.type === 'typing' && push.name === 'Ann'),
    );

    widget.kill();
    await until('the leaving', () => presence().at(-1) === false);
    screen.close();
  });

  it('sees an answer delivered and read when the widget says so', async () => {
    const { widget, ticketId } = await aTalk('Hello?');
    await ann.reply(ticketId, { text: 'Read me' });
    await until('the push', () => saidTo(widget).includes('Read me'));
    const at = (await widget.history()).messages.at(-1)?.at;

    widget.say({ type: 'seen', what: 'read', until: at });

    await until('the receipt', async () =>
      (await ann.messages(ticketId)).some(
        ({ text, delivery }) => text === 'Read me' && delivery?.state === 'read',
      ),
    );
  });
});

describe('who the page vouches for', () => {
  const user = signedUser({ id: `user-${randomUUID()}`, email: aStranger('olya'), name: 'Olya' });

  it('is known by name, and has one conversation on every device', async () => {
    const { widget, ticketId } = await aTalk('From my desk', { user });

    expect((await ann.view(ticketId)).ticket.customerName).toBe('Olya');
    const phone = await aWidget(baseUrl, { user });
    expect(phone.session).toMatchObject({ chat: widget.session.chat, isIdentified: true });
    expect(await textsOf(phone)).toEqual(['From my desk']);
  });

  it('goes on with what they began before they signed in, there and elsewhere', async () => {
    const late = signedUser({ id: `user-${randomUUID()}` });
    const { widget } = await aTalk('I have not signed in yet');

    const signedIn = await aWidget(baseUrl, { user: late, token: widget.session.token });
    const clientMsgId = randomUUID();
    await signedIn.write('Now I have', { clientMsgId });
    await untilTicket(signedIn, clientMsgId);

    const phone = await until('the other device', async () => {
      const other = await aWidget(baseUrl, { user: late });
      return other.session.chat === widget.session.chat && other;
    });
    expect(await textsOf(phone)).toEqual(['I have not signed in yet', 'Now I have']);
  });

  it('leaves nothing to who comes after them at the same browser', async () => {
    const { widget } = await aTalk('My secret', { user });

    const next = await aWidget(baseUrl, { token: widget.session.token });

    expect(next.session.chat).not.toBe(widget.session.chat);
    expect(await textsOf(next)).toEqual([]);
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
    const { widget } = await aTalk('Mine alone');
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
    const { widget } = await aTalk('Mine');
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
    const ticketId = await untilTicket(widget, clientMsgId);
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
    expect(await textsOf(back)).toEqual([
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
    const ticketId = await untilTicket(widget, clientMsgId);
    await ann.reply(ticketId, { text: 'Seen at once' });
    await until('the push', () => saidTo(widget).includes('Seen at once'));
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
