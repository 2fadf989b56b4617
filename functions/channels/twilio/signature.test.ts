import { describe, expect, it } from 'vitest';
import { formOf } from './form.ts';
import { twilioFault, twilioSignature } from './signature.ts';

const token = 'twilio-auth-token';
const url = 'https://desk.example/hooks/sms/sms';
const body = Buffer.from(
  'From=%2B491570000001&Body=Hi+%2B+%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82+&Empty=&NumMedia=0&AccountSid=AC00000000000000000000000000000001',
);
/** By `openssl dgst -sha1 -hmac` over the address, then `AccountSidAC…`, `BodyHi + привет `, `Empty`, `From+49…`, `NumMedia0`. */
const signature = 'si/BLYhmDKk3DTClmivS43OvWUs=';

const asking = (over: { signature?: string; url?: string; body?: Uint8Array } = {}) => ({
  url: over.url ?? url,
  headers: { 'x-twilio-signature': over.signature ?? signature },
  query: {},
  body: over.body ?? body,
});

describe('Twilio’s signature', () => {
  it('covers the address and every field, empty ones and trailing spaces too', () => {
    expect(twilioSignature(token, url, formOf(body))).toBe(signature);
    expect(twilioFault(asking(), [token])).toBeUndefined();
  });

  it('takes a repeated field’s values sorted, each once', () => {
    const form = formOf(Buffer.from('Tag=2&Tag=1&Tag=2&a=text'));

    // Over `…smsTag1Tag2atext`: names sort by bytes, capitals first.
    expect(twilioSignature(token, url, form)).toBe('HUZxIXQIIqC5CTpdy1LncWS446w=');
  });

  it.each([
    ['the scheme’s port in the address', 'https://desk.example:443/hooks/sms/sms'],
    ['a fragment that tunes retries', `${url}#rc=3&rp=5xx`],
  ])('holds with %s', (_name, configured) => {
    expect(twilioFault(asking({ url: configured }), [token])).toBeUndefined();
  });

  it('holds when Twilio signed the port and the address has none', () => {
    const signed = twilioSignature(token, 'https://desk.example:443/hooks/sms/sms', formOf(body));

    expect(twilioFault(asking({ signature: signed }), [token])).toBeUndefined();
  });

  it('holds under either token while one is rotated', () => {
    expect(twilioFault(asking(), ['next token', token])).toBeUndefined();
  });

  it.each([
    ['another token', asking(), ['another token']],
    ['no token, before the secret is filled in', asking(), []],
    ['a changed byte', asking({ body: Buffer.from(body.toString().replace('Hi', 'Ho')) }), [token]],
    [
      'a field without its empty value',
      asking({ body: Buffer.from(body.toString().replace('&Empty=', '')) }),
      [token],
    ],
    ['another address', asking({ url: 'https://desk.example/hooks/sms/other' }), [token]],
    ['half a signature', asking({ signature: signature.slice(0, 14) }), [token]],
  ])('is forged with %s', (_name, request, tokens) => {
    expect(twilioFault(request, tokens)).toBe('forged');
  });

  it('is missing without the header', () => {
    expect(twilioFault({ ...asking(), headers: {} }, [token])).toBe('unsigned');
  });

  describe('of JSON', () => {
    const bodySHA256 = '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862';
    const json = (over: { query?: Record<string, string>; body?: string } = {}) => ({
      url: `${url}?bodySHA256=${bodySHA256}`,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-twilio-signature': '8tErXKTYH0YIy1C7+ZD7mnO2Izk=',
      },
      query: over.query ?? { bodySHA256 },
      body: Buffer.from(over.body ?? '{"a":1}'),
    });

    it('covers the address with the body’s hash in it', () => {
      expect(twilioFault(json(), [token])).toBeUndefined();
    });

    it('is forged over another body, or an address that names no hash', () => {
      expect(twilioFault(json({ body: '{"a":2}' }), [token])).toBe('forged');
      expect(twilioFault(json({ query: {} }), [token])).toBe('forged');
    });
  });
});
