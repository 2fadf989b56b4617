import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatMessageKey } from '../../functions/channels/chat/parse.ts';
import { messageIdOf } from '../../functions/desk/ids.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { aScreen } from '../make/a-screen.ts';
import { aTalk, pushedTo, saidIn, untilChatTicket } from '../make/a-talk.ts';
import { askChat, aWidget } from '../make/a-widget.ts';
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
    const { widget, ticketId } = await aTalk(journey, 'Где мой кэшбэк?', { language: 'ru' });

    expect((await ann.view(ticketId)).ticket).toMatchObject({
      channel: 'chat',
      language: 'ru',
      replyTo: { address: widget.session.chat },
    });
    await until('the acknowledgement', () =>
      pushedTo(widget).some((text) => /обращени/.test(text)),
    );
  });

  it('hears an answer at once and finds it in the history, with the agent’s name', async () => {
    const { widget, ticketId } = await aTalk(journey, 'Hello?');

    await ann.reply(ticketId, { text: 'Hello! It is on its way.' });

    await until('the push', () => pushedTo(widget).includes('Hello! It is on its way.'));
    const { messages } = await widget.history();
    expect(messages.at(-1)).toMatchObject({ by: 'agent', name: 'Ann' });
  });

  it('is told apart from another who writes at the same time', async () => {
    const [one, two] = await Promise.all([aTalk(journey, 'I am one'), aTalk(journey, 'I am two')]);

    await ann.reply(one.ticketId, { text: 'Only for one' });

    await until('the push', () => pushedTo(one.widget).includes('Only for one'));
    expect(one.ticketId).not.toBe(two.ticketId);
    expect(pushedTo(two.widget)).not.toContain('Only for one');
    expect(await saidIn(two.widget)).toEqual(['I am two']);
  });

  it('says the same twice and is taken once', async () => {
    const widget = await aWidget(baseUrl);
    const clientMsgId = randomUUID();

    await widget.write('Only once', { clientMsgId });
    await widget.write('Only once', { clientMsgId });

    const ticketId = await untilChatTicket(journey, widget, clientMsgId);
    await widget.write('And then');
    await until('the next', async () => (await saidIn(widget)).includes('And then'));
    const messages = await ann.messages(ticketId);
    expect(messages.filter(({ text }) => text === 'Only once')).toHaveLength(1);
  });

  it('never sees what colleagues say to each other', async () => {
    const { widget, ticketId } = await aTalk(journey, 'Hello?');
    await ann.post(`/api/tickets/${ticketId}/notes`, {
      clientId: randomUUID(),
      text: 'A difficult one',
      attachments: [],
    });
    await ann.reply(ticketId, { text: 'Hello.' });

    await until('the push', () => pushedTo(widget).includes('Hello.'));

    expect(JSON.stringify(await widget.history())).not.toContain('difficult');
  });

  it('learns the place in the queue and loses it when somebody answers', async () => {
    const { widget, ticketId } = await aTalk(journey, 'Am I next?');
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
    const ticketId = await untilChatTicket(journey, widget, clientMsgId);

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
    const { widget, ticketId } = await aTalk(journey, 'First');
    await ann.reply(ticketId, { text: 'Answer one' });
    await until('the first answer', async () => (await saidIn(widget)).length === 2);
    const { cursor } = await widget.history();
    widget.kill();
    for (const text of ['Answer two', 'Answer three']) await ann.reply(ticketId, { text });

    const again = await aWidget(baseUrl, { token: widget.session.token });

    expect(again.session.chat).toBe(widget.session.chat);
    const told = await saidIn(again, cursor);
    expect(told.filter((text) => /two|three/.test(text))).toEqual(['Answer two', 'Answer three']);
    await again.write('Second');
    const ids = (await ann.messages(ticketId)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is found again by a new page, with everything said before', async () => {
    const { widget } = await aTalk(journey, 'Before');
    widget.kill();

    const again = await aWidget(baseUrl, { token: widget.session.token });

    expect(await saidIn(again)).toEqual(['Before']);
  });
});

describe('the agent’s side', () => {
  it('sees the visitor come, write and go; the visitor sees that it was read and answered', async () => {
    const { widget, ticketId } = await aTalk(journey, 'Hello?');
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
    const { widget, ticketId } = await aTalk(journey, 'Hello?');
    await ann.reply(ticketId, { text: 'Read me' });
    await until('the push', () => pushedTo(widget).includes('Read me'));
    const at = (await widget.history()).messages.at(-1)?.at;

    widget.say({ type: 'seen', what: 'read', until: at });

    await until('the receipt', async () =>
      (await ann.messages(ticketId)).some(
        ({ text, delivery }) => text === 'Read me' && delivery?.state === 'read',
      ),
    );
  });
});
