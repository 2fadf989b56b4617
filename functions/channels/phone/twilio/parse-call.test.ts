import { describe, expect, it } from 'vitest';
import { phones } from '../../../../test/make/phone-connections.ts';
import { aTwilioForm } from '../../../../test/make/twilio.ts';
import { parsePhone } from '../parse.ts';

const receivedAt = '2026-11-22T10:05:00.000Z';
const parse = (
  fixture: string,
  over: Record<string, string | undefined> = {},
  headers: Record<string, string> = {},
) =>
  parsePhone({
    connection: phones.twilio,
    headers,
    body: Buffer.from(aTwilioForm(`phone/${fixture}`, over).toString()),
    receivedAt,
  });
const incomingOf = async (...given: Parameters<typeof parse>) =>
  (await parse(...given)).incoming[0];
const inboundOf = async (...given: Parameters<typeof parse>) =>
  (await incomingOf(...given))?.inbound;

const key = 'phone|phone|in|CA00000000000000000000000000000301';

describe('a call by Twilio', () => {
  it('rings under its own key, from a number that proves nothing', async () => {
    expect(await inboundOf('call-ringing')).toMatchObject({
      kind: 'call',
      idempotencyKey: key,
      sender: { externalId: '+4915735980301', isVerified: false },
      subject: 'Call from +4915735980301',
      call: { state: 'ringing', direction: 'in', from: '+4915735980301', to: '+493056790001' },
      mayAcknowledge: false,
    });
  });

  it.each([
    [
      'call-completed',
      {},
      {
        state: 'ended',
        endedAt: '2026-11-22T10:01:00.000Z',
        startedAt: '2026-11-22T10:00:18.000Z',
      },
    ],
    ['call-no-answer', {}, { state: 'missed', endedAt: '2026-11-22T10:01:00.000Z' }],
    ['call-no-answer', { CallStatus: 'busy' }, { state: 'missed' }],
    ['call-no-answer', { CallStatus: 'canceled' }, { state: 'missed' }],
    ['call-no-answer', { CallStatus: 'failed' }, { state: 'failed' }],
    ['call-ringing', { CallStatus: 'in-progress' }, { state: 'ringing' }],
  ])('%s %j', async (fixture, over, call) => {
    expect((await inboundOf(fixture, over))?.call).toMatchObject(call);
  });

  it('that a colleague took says so by the colleague’s leg, on the caller’s call', async () => {
    expect(await inboundOf('agent-leg-answered')).toMatchObject({
      idempotencyKey: key,
      sender: { externalId: '+4915735980301' },
      call: { state: 'talking', answeredAt: '2026-11-22T10:00:20.000Z' },
    });
    expect((await inboundOf('agent-leg-completed'))?.call).toMatchObject({
      state: 'ended',
      answeredAt: '2026-11-22T10:00:20.000Z',
      endedAt: '2026-11-22T10:01:55.000Z',
      seconds: 95,
    });
  });

  it('of ours is a call out, to the person called', async () => {
    const over = { Direction: 'outbound-api', From: '+493056790001', To: '+4915735980301' };

    expect(await inboundOf('call-completed', over)).toMatchObject({
      sender: { externalId: '+4915735980301' },
      call: { direction: 'out', state: 'ended', answeredAt: '2026-11-22T10:00:18.000Z' },
    });
  });

  it.each(['anonymous', 'Anonymous', '', '+266696687', '+7378742833', '+86282452253', '+8656696'])(
    'from %j is nobody known: its sender is this call’s alone',
    async (From) => {
      const inbound = await inboundOf('call-ringing', { From });

      expect(inbound).toMatchObject({
        sender: {
          externalId: 'withheld:CA00000000000000000000000000000301',
          name: 'Withheld number',
        },
        leaves: ['phone|phone|chat|withheld:CA00000000000000000000000000000301'],
        subject: 'Call from a withheld number',
      });
      expect(inbound?.call?.from).toBeUndefined();
    },
  );

  it.each([
    ['call-ringing', { CallSid: undefined }, 'phone.event-unknown'],
    ['call-ringing', { CallStatus: 'teleporting' }, 'phone.status-unknown'],
    ['agent-leg-answered', { CallStatus: 'ringing' }, 'phone.agent-leg'],
    ['recording-absent', {}, 'phone.recording-absent'],
    ['transcription', { TranscriptionStatus: 'failed' }, 'phone.transcription-failed'],
  ])('%s %j is counted only', async (fixture, over, code) => {
    expect(await parse(fixture, over)).toEqual({ incoming: [], ignored: [code] });
  });
});

describe('a recording', () => {
  const caller = { from: '+4915735980301', to: '+493056790001' };

  it('is the caller’s message, though its event names no caller', async () => {
    const incoming = await incomingOf('recording-completed', {}, caller);

    expect(incoming?.inbound).toMatchObject({
      idempotencyKey: key,
      sender: { externalId: '+4915735980301' },
      text: 'Voicemail, 31 s',
      call: { state: 'voicemail', seconds: 31, from: '+4915735980301' },
    });
    expect(incoming?.files).toMatchObject([
      { name: 'voicemail.mp3', type: 'audio/mpeg', ref: expect.stringMatching(/\/RE\d+\.mp3$/) },
    ]);
  });

  it('of a conversation is no voicemail', async () => {
    const incoming = await incomingOf(
      'recording-completed',
      { RecordingSource: 'DialVerb' },
      caller,
    );

    expect(incoming).toMatchObject({
      inbound: { call: { state: 'ended' } },
      files: [{ name: 'recording.mp3' }],
    });
  });

  it('is written out later', async () => {
    expect((await inboundOf('transcription'))?.call).toMatchObject({
      state: 'voicemail',
      transcript: 'Hello, my payout is missing, please call me back.',
    });
  });
});
