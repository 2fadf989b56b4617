import { randomBytes } from 'node:crypto';
import type { OutsideAnswer, OutsideRequest, ProviderStandIn } from './provider.ts';
import { messageFault } from './twilio-refusals.ts';

const PATH = /^\/2010-04-01\/Accounts\/(AC[0-9a-f]{32})(\.json|\/.+)$/;

/** Numbers' hooks as they were set by the API, by number. */
const hooks = new Map<string, Record<string, string>>();
/** Recordings that were asked for: one whose sid ends in 404 is not there at the first time. */
const asked = new Set<string>();

/**
 * Answers as the REST API of 2010-04-01 does. Sources: "Message resource", "IncomingPhoneNumber resource", "Media
 * subresource", "Recordings resource" and the error dictionary.
 */
export const answerTwilio: ProviderStandIn = (request) => {
  const [, accountSid = '', rest = ''] = PATH.exec(request.path) ?? [];
  if (accountSid === '') return refused(404, 20404, 'The requested resource was not found');
  if (!isAuthentic(request.headers['authorization'], accountSid))
    return refused(401, 20003, 'Authenticate');
  if (rest === '.json')
    return { status: 200, body: { sid: accountSid, friendly_name: 'Kopilka', status: 'active' } };
  if (rest === '/Messages.json' && request.method === 'POST') return create(request, accountSid);
  if (rest === '/IncomingPhoneNumbers.json') return numbers(request, accountSid);
  return file(request.method, rest);
};

/** Any token but an empty one, or one that begins with `revoked`; the user name is the account. */
function isAuthentic(header: string | undefined, accountSid: string): boolean {
  const [, encoded = ''] = /^Basic (.+)$/.exec(header ?? '') ?? [];
  const [user, token = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return user === accountSid && token !== '' && !token.startsWith('revoked');
}

function create({ headers, body }: OutsideRequest, accountSid: string): OutsideAnswer {
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return refused(415, 20415, 'Unsupported media type');
  const form = new URLSearchParams(body.toString('utf8'));
  const fault = messageFault(form);
  if (fault) return refused(fault.status ?? 400, fault.code, fault.message);
  const media = form.getAll('MediaUrl').length;
  const sid = `${media > 0 ? 'MM' : 'SM'}${randomBytes(16).toString('hex')}`;
  return {
    status: 201,
    body: {
      sid,
      account_sid: accountSid,
      to: form.get('To'),
      from: form.get('From'),
      messaging_service_sid: form.get('MessagingServiceSid'),
      body: form.get('Body') ?? '',
      num_media: String(media),
      status: form.has('MessagingServiceSid') ? 'accepted' : 'queued',
      error_code: null,
      error_message: null,
      direction: 'outbound-api',
      uri: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`,
    },
  };
}

/** A POST sets the hooks of a number, so that a test can play the console. */
function numbers({ method, query, body }: OutsideRequest, accountSid: string): OutsideAnswer {
  const form = new URLSearchParams(body.toString('utf8'));
  const number = (method === 'POST' ? form.get('PhoneNumber') : query.get('PhoneNumber')) ?? '';
  if (method === 'POST')
    hooks.set(number, {
      sms_url: form.get('SmsUrl') ?? '',
      voice_url: form.get('VoiceUrl') ?? '',
    });
  const set = hooks.get(number) ?? { sms_url: '', voice_url: '' };
  const own = { sid: `PN${'0'.repeat(32)}`, account_sid: accountSid, phone_number: number, ...set };
  return method === 'POST'
    ? { status: 201, body: own }
    : { status: 200, body: { incoming_phone_numbers: number === '' ? [] : [own] } };
}

/** One white pixel; a second of silence would say no more. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);
const sound = Buffer.concat([
  Buffer.from('ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000', 'latin1'),
  Buffer.from([0xff, 0xfb, 0x90, 0x64]),
  Buffer.alloc(413),
]);

function file(method: string, rest: string): OutsideAnswer {
  if (method !== 'GET') return refused(405, 20004, 'Method not allowed');
  if (/^\/Messages\/(?:SM|MM)[0-9a-f]{32}\/Media\/ME[0-9a-f]{32}$/.test(rest))
    return { status: 200, headers: { 'content-type': 'image/png' }, body: picture };
  const [, recording] = /^\/Recordings\/(RE[0-9a-f]{32})\.mp3$/.exec(rest) ?? [];
  if (!recording) return refused(404, 20404, 'The requested resource was not found');
  const isEarly = recording.endsWith('404') && !asked.has(recording);
  asked.add(recording);
  if (isEarly) return refused(404, 20404, 'The recording is not ready');
  return { status: 200, headers: { 'content-type': 'audio/mpeg' }, body: sound };
}

const refused = (status: number, code: number, message: string): OutsideAnswer => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});
