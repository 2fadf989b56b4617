import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { twilioSignature } from '../../functions/channels/twilio/signature.ts';
import type { RunningDesk } from '../../local/run/running-desk.ts';
import { connectionSecrets } from './journey-secrets.ts';

const folder = join(import.meta.dirname, '../fixtures/hooks');
let messages = 0;

/** Twilio's ids: two letters and 32 hexadecimal digits, new each time. */
export const aSid = (kind: 'SM' | 'CA' | 'RE' | 'TR'): string =>
  kind + `${Date.now().toString(16)}${((messages += 1)).toString(16)}`.padStart(32, '0').slice(-32);

/** A posted form as recorded (`sms/message`), with some fields changed; `undefined` leaves one out. */
export function aTwilioForm(
  fixture: string,
  over: Readonly<Record<string, string | undefined>> = {},
): URLSearchParams {
  const recorded = JSON.parse(readFileSync(join(folder, `${fixture}.json`), 'utf8')) as Record<
    string,
    string
  >;
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries<string | undefined>({ ...recorded, ...over }))
    if (value !== undefined) form.set(name, value);
  return form;
}

/** Posts a form to a hook as Twilio does, signed over the address. */
export async function postTwilio(
  baseUrl: string,
  path: string,
  form: URLSearchParams,
  authToken: string = connectionSecrets.sms.authTokens[0],
): Promise<{ readonly status: number; readonly type: string | null; readonly body: string }> {
  const url = baseUrl + path;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'x-twilio-signature': twilioSignature(authToken, url, [...form]) },
    body: form,
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: await answer.text(),
  };
}

/** What Twilio was asked to send to a number and took, oldest first. */
export const smsTo = (
  desk: Pick<RunningDesk, 'recordedCalls'>,
  number: string,
): readonly URLSearchParams[] =>
  desk
    .recordedCalls()
    .filter(({ path, answered }) => path.endsWith('/Messages.json') && answered === 201)
    .map(({ body }) => new URLSearchParams(body))
    .filter((form) => form.get('To') === number);
