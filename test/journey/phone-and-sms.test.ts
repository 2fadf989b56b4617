import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedHeaders } from '../../functions/channels/webhook/standard-webhooks.ts';
import type { MessageView } from '../../schemas/api/views.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { untilDelivered } from '../make/hooks.ts';
import { connectionSecrets } from '../make/journey-secrets.ts';
import type { Staff } from '../make/staff.ts';
import { aSid, aTwilioForm, postTwilio, smsTo } from '../make/twilio.ts';
import { until } from '../make/until.ts';

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk();
  ann = await journey.as('Ann');
});
afterAll(() => journey.end());

const smsHook = '/hooks/sms/sms';
const phoneHook = '/hooks/phone/phone';
let people = 0;
/** A number nobody used before. */
const aNumber = (ending = '') => `+49157${String((people += 1)).padStart(4, '0')}${ending}`;

const post = (path: string, fixture: string, over: Record<string, string | undefined> = {}) =>
  postTwilio(journey.desk.baseUrl, path, aTwilioForm(fixture, over));

/** Somebody writes; answers the ticket's id. */
const write = async (From: string, over: Record<string, string> = {}): Promise<string> => {
  const MessageSid = aSid('SM');
  expect((await post(smsHook, 'sms/message', { From, MessageSid, ...over })).status).toBe(200);
  return untilDelivered(journey.table, ['sms', 'sms'], MessageSid);
};
const untilReply = (ticketId: string, isSo: (message: MessageView) => boolean) =>
  until('the reply', async () =>
    (await ann.messages(ticketId)).find((message) => message.kind === 'reply' && isSo(message)),
  );

describe('a short message', () => {
  const number = aNumber();
  let ticketId = '';

  beforeAll(async () => {
    ticketId = await write(number, { Body: 'Where is my payout?\u0000 Привет' });
  });

  it('is answered with an empty document, and becomes its sender’s ticket', async () => {
    const answer = await post(smsHook, 'sms/message', { From: number, MessageSid: aSid('SM') });

    expect(answer).toMatchObject({
      type: 'text/xml',
      body: expect.stringMatching(/<Response\/?>/),
    });
    const { ticket, entries } = await ann.view(ticketId);
    expect(ticket).toMatchObject({ channel: 'sms', customerName: number });
    expect(entries[0]).toMatchObject({ text: 'Where is my payout? Привет' });
  });

  it('is refused under another signature', async () => {
    const form = aTwilioForm('sms/message', { From: number });

    expect((await postTwilio(journey.desk.baseUrl, smsHook, form, 'guess')).status).toBe(403);
  });

  it('is answered, and receipts that come in the wrong order leave it delivered', async () => {
    await ann.act(ticketId, 'claim');
    await ann.reply(ticketId, { text: 'On its way.' });
    const sent = await untilReply(ticketId, ({ delivery }) => delivery?.state === 'sent');
    const MessageSid = sent.delivery?.providerId;
    const [asked] = smsTo(journey.desk, number).filter(
      (form) => form.get('Body') === 'On its way.',
    );
    const callback = new URL(asked?.get('StatusCallback') ?? '');
    const path = callback.pathname + callback.search;
    expect(callback.searchParams.get('mid')).toBe(sent.id);

    for (const MessageStatus of ['delivered', 'sent'])
      expect((await post(path, 'sms/status-delivered', { MessageSid, MessageStatus })).status).toBe(
        200,
      );

    await untilReply(ticketId, ({ delivery }) => delivery?.state === 'delivered');
  });

  it('brings its pictures', async () => {
    const MessageSid = `MM${aSid('SM').slice(2)}`;
    await post(smsHook, 'sms/mms', { From: number, MessageSid });
    await untilDelivered(journey.table, ['sms', 'sms'], MessageSid);

    const messages = await ann.messages(ticketId);
    const withFiles = messages.find(({ externalId }) => externalId === MessageSid);
    expect(withFiles?.attachments.map(({ name }) => name)).toEqual(['mms-1.jpg', 'mms-2.vcf']);
    expect(withFiles?.flags).not.toContain('file-missing');
  });
});

describe('STOP', () => {
  it('opens no ticket, and is known before anybody answers', async () => {
    const number = aNumber();
    const ticketId = await write(number);

    await post(smsHook, 'sms/stop', { From: number, MessageSid: aSid('SM') });
    await ann.untilTicket(ticketId, 'blocked', ({ reach }) => reach?.state === 'blocked');
    // The first message’s acknowledgement at most.
    expect(smsTo(journey.desk, number).length).toBeLessThanOrEqual(1);

    await post(smsHook, 'sms/start', { From: number, MessageSid: aSid('SM') });
    await ann.untilTicket(ticketId, 'open again', ({ reach }) => reach?.state === 'open');
  });

  it('that only Twilio heard shows on what was sent, and before anybody answers', async () => {
    const ticketId = await write(aNumber('21610'));

    await ann.untilTicket(ticketId, 'blocked', ({ reach }) => reach?.state === 'blocked');

    const [sent] = (await ann.messages(ticketId)).filter(({ direction }) => direction === 'out');
    expect(sent?.delivery?.state).toBe('blocked');
  });
});

describe('a call', () => {
  const callOf = async (ticketId: string) =>
    (await ann.messages(ticketId)).find(({ kind }) => kind === 'call');

  it('that ends on the answering machine is one message with its recording and words', async () => {
    const CallSid = aSid('CA');
    const From = aNumber();
    const RecordingSid = `${aSid('RE').slice(0, -3)}404`;
    const RecordingUrl = `https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Recordings/${RecordingSid}`;

    const answer = await post(phoneHook, 'phone/call-ringing', { CallSid, From });
    expect(answer).toMatchObject({ status: 200, type: 'text/xml' });
    expect(answer.body).toContain('<Record ');
    const ticketId = await untilDelivered(journey.table, ['phone', 'phone'], CallSid);
    const recording = { CallSid, RecordingSid, RecordingUrl };
    const about = `?step=recording&from=${encodeURIComponent(From)}`;
    await post(phoneHook + about, 'phone/recording-completed', recording);
    await post(phoneHook, 'phone/transcription', { From, ...recording });
    await post(phoneHook, 'phone/call-completed', { CallSid, From });

    await ann.untilTicket(ticketId, 'with its recording and words', ({ entries }) =>
      entries.some(
        (entry) =>
          entry.type === 'message' &&
          entry.call?.state === 'voicemail' &&
          entry.call.transcript !== undefined &&
          entry.attachments.length === 1,
      ),
    );
    expect(await ann.messages(ticketId)).toHaveLength(1);
    expect(await callOf(ticketId)).toMatchObject({
      address: From,
      attachments: [{ name: 'voicemail.mp3' }],
      call: { from: From, seconds: 31, transcript: expect.stringContaining('call me back') },
    });
  });

  it('that nobody took waits for an answer, which goes by short message', async () => {
    const CallSid = aSid('CA');
    const From = aNumber();
    await post(phoneHook, 'phone/call-ringing', { CallSid, From });
    await post(phoneHook, 'phone/call-no-answer', { CallSid, From });
    const ticketId = await untilDelivered(journey.table, ['phone', 'phone'], CallSid);
    const { reach, ticket } = await ann.untilTicket(ticketId, 'missed', ({ entries }) =>
      entries.some((entry) => entry.type === 'message' && entry.call?.state === 'missed'),
    );
    expect(ticket.status).toBe('open');
    expect(reach).toMatchObject({ connectionId: 'sms', address: From, state: 'open' });

    await ann.act(ticketId, 'claim');
    await ann.reply(ticketId, { text: 'You called?' });

    await until(
      'the short message',
      () => smsTo(journey.desk, From)[0]?.get('Body') === 'You called?',
    );
  });

  it('from a withheld number is somebody else each time', async () => {
    const tickets = await Promise.all(
      [aSid('CA'), aSid('CA')].map(async (CallSid) => {
        await post(phoneHook, 'phone/call-no-answer', { CallSid, From: 'anonymous' });
        return untilDelivered(journey.table, ['phone', 'phone'], CallSid);
      }),
    );

    const views = await Promise.all(tickets.map(ann.view));
    expect(new Set(views.map(({ ticket }) => ticket.customerId)).size).toBe(2);
  });

  it('of Amazon Connect comes by the event bus', async () => {
    const contactId = `connect-${aSid('CA')}`;
    const tell = async (name: string) => {
      const file = join(import.meta.dirname, `../fixtures/hooks/phone/${name}.json`);
      const event = JSON.parse(readFileSync(file, 'utf8')) as { detail: object };
      const detail = { ...event.detail, contactId, initialContactId: contactId };
      return journey.desk.putEvent({ ...event, detail });
    };

    for (const name of ['connect-agent', 'connect-initiated', 'connect-disconnected'])
      expect(await tell(name)).toBe(1);

    const ticketId = await untilDelivered(journey.table, ['phone', 'call-center'], contactId);
    await ann.untilTicket(ticketId, 'ended', ({ entries }) =>
      entries.some((entry) => entry.type === 'message' && entry.call?.state === 'ended'),
    );
  });

  it('of any telephone system comes signed', async () => {
    const id = `pbx-${aSid('CA')}`;
    const call = { type: 'call.updated', id, state: 'missed', startedAt: new Date().toISOString() };
    const body = Buffer.from(JSON.stringify(call));
    const [secret] = connectionSecrets['office-phone'].secrets;
    const answer = await fetch(`${journey.desk.baseUrl}/hooks/phone/office-phone`, {
      method: 'POST',
      headers: signedHeaders([secret], { id: 'wh_1', body, now: Date.now() }),
      body: new Uint8Array(body),
    });

    expect(answer.status).toBe(202);
    const ticketId = await untilDelivered(journey.table, ['phone', 'office-phone'], id);
    expect((await ann.view(ticketId)).ticket.subject).toBe('Call from a withheld number');
  });
});
