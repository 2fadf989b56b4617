import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { ConnectionOf } from '../../../../schemas/connection.ts';
import { phones } from '../../../../test/make/phone-connections.ts';
import { aTwilioForm } from '../../../../test/make/twilio.ts';
import type { HookRequest } from '../../channel.ts';
import { faultAnswers } from '../../registry/fault-answers.ts';
import { twilioSignature } from '../../twilio/signature.ts';
import { verifyPhone } from '../verify.ts';

const token = 'twilio-auth-token';
const secret = { authTokens: [token], secrets: [] };
const url = 'https://desk.example/hooks/phone/phone';

const requestOf = (form: URLSearchParams, query: Record<string, string> = {}, signedBy = token) => {
  const asked = new URLSearchParams(query);
  const address = asked.size > 0 ? `${url}?${asked.toString()}` : url;
  return {
    method: 'POST',
    headers: { 'x-twilio-signature': twilioSignature(signedBy, address, [...form]) },
    query,
    body: Buffer.from(form.toString()),
    url: address,
    sourceIp: '203.0.113.1',
  };
};
const verify = (request: HookRequest, connection: ConnectionOf<'phone'> = phones.twilio) =>
  verifyPhone(request, { connection, secret, now: 0 });

/** Names and attributes of a document's elements, in order; throws what is not closed. */
function elements(document: string | undefined) {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push(name);
        found.push({ name, attributes });
      },
      onclosetag: (name) => {
        expect(open.pop()).toBe(name);
      },
    },
    { xmlMode: true, recognizeSelfClosing: true },
  );
  parser.end(document ?? '');
  expect(open).toEqual([]);
  return found;
}

describe('a caller', () => {
  it('hears a greeting, and may speak for two minutes', () => {
    const verification = verify(requestOf(aTwilioForm('phone/call-ringing')));

    expect(verification).toMatchObject({
      verdict: 'accepted',
      answer: { status: 200, contentType: 'text/xml' },
    });
    const record = elements(verification.answer.body).find(({ name }) => name === 'Record');
    expect(record?.attributes).toMatchObject({
      maxLength: '120',
      action: `${url}?step=done`,
      recordingStatusCallback: `${url}?step=recording&from=%2B4915735980301&to=%2B493056790001#rc=3&rp=all`,
      transcribe: 'true',
    });
  });

  it('hears it in the connection’s language, which Twilio cannot transcribe', () => {
    const connection = { ...phones.twilio, language: 'ru' as const };
    const { answer } = verify(requestOf(aTwilioForm('phone/call-ringing')), connection);

    const found = elements(answer.body);
    expect(answer.body).toContain('Здравствуйте, это Kopilka');
    expect(found.map(({ name }) => name)).toEqual(['Response', 'Say', 'Record', 'Say', 'Hangup']);
    expect(found[1]?.attributes).toEqual({ language: 'ru-RU' });
    expect(found[2]?.attributes).not.toHaveProperty('transcribe');
  });

  it('hears the operator’s words whatever characters are in them', () => {
    const connection = { ...phones.twilio, greeting: 'Müller & "Söhne" <GmbH>\u0007' };
    const { answer } = verify(requestOf(aTwilioForm('phone/call-ringing')), connection);

    expect(elements(answer.body)).toHaveLength(5);
    expect(answer.body).toContain('Müller &amp; &quot;Söhne&quot; &lt;GmbH&gt;');
  });

  it('is thanked when done, and nothing is stored for that', () => {
    const verification = verify(requestOf(aTwilioForm('phone/call-ringing'), { step: 'done' }));

    expect(verification.verdict).toBe('answered');
    expect(elements(verification.answer.body).at(-1)?.name).toBe('Hangup');
  });

  it('is not greeted by a call of ours', () => {
    const form = aTwilioForm('phone/call-ringing', { Direction: 'outbound-api' });

    expect(elements(verify(requestOf(form)).answer.body)).toHaveLength(1);
  });
});

describe('what is only told', () => {
  it.each(['call-completed', 'recording-completed', 'transcription', 'agent-leg-answered'])(
    '%s is answered with an empty document',
    (fixture) => {
      const { answer } = verify(requestOf(aTwilioForm(`phone/${fixture}`)));

      expect(elements(answer.body)).toEqual([{ name: 'Response', attributes: {} }]);
    },
  );

  it('keeps the caller that our address carries', () => {
    const query = { step: 'recording', from: '+4915735980301', to: '+493056790001' };
    const verification = verify(requestOf(aTwilioForm('phone/recording-completed'), query));

    expect(verification).toMatchObject({ keep: { from: query.from, to: query.to } });
  });
});

describe('a stranger', () => {
  it.each([
    ['with another signature', requestOf(aTwilioForm('phone/call-ringing'), {}, 'guess'), 403],
    ['without one', { ...requestOf(aTwilioForm('phone/call-ringing')), headers: {} }, 401],
    [
      'of another account',
      requestOf(aTwilioForm('phone/call-ringing', { AccountSid: 'AC2' })),
      403,
    ],
    ['asking by GET', { ...requestOf(aTwilioForm('phone/call-ringing')), method: 'GET' }, 405],
  ])('%s is refused', (_name, request, status) => {
    expect(verify(request)).toMatchObject({ verdict: 'refused', answer: { status } });
  });

  it('at the hook of a provider that has none is refused', () => {
    const request = requestOf(aTwilioForm('phone/call-ringing'));

    expect(verify(request, phones.connect)).toMatchObject({ answer: { status: 404 } });
  });
});

describe('when nothing can be stored', () => {
  const answerTo = (query: Record<string, string>) =>
    faultAnswers.phone?.(requestOf(new URLSearchParams(), query), phones.twilio);

  it('a caller is asked to call again', () => {
    expect(answerTo({})).toMatchObject({ status: 200 });
    expect(elements(answerTo({})?.body)).toHaveLength(3);
  });

  it('a recording is refused, so that Twilio brings it again', () => {
    expect(answerTo({ step: 'recording' })).toEqual({ status: 503 });
  });
});
