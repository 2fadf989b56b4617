import { signedHeaders } from '../../functions/channels/webhook/standard-webhooks.ts';
import type { JourneyDesk } from './a-journey-desk.ts';
import { untilDelivered } from './hooks.ts';
import { connectionSecrets } from './journey-secrets.ts';
import type { Staff } from './staff.ts';
import { aSid, aTwilioForm, postTwilio, smsTo } from './twilio.ts';
import { until } from './until.ts';

const recordings =
  'https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Recordings';

/** A picture by MMS that is answered, a call with a recording, and a call that a telephone system tells of. */
export async function walkTelephones({ desk, table }: JourneyDesk, olga: Staff): Promise<void> {
  const From = '+4915735980777';
  const [MessageSid, CallSid, RecordingSid] = [aSid('SM'), aSid('CA'), aSid('RE')];
  await postTwilio(desk.baseUrl, '/hooks/sms/sms', aTwilioForm('sms/mms', { From, MessageSid }));
  const ticketId = await untilDelivered(table, ['sms', 'sms'], MessageSid);
  await olga.reply(ticketId, { text: 'Thank you.' });
  await until('the short message', () =>
    smsTo(desk, From).some((form) => form.get('Body') === 'Thank you.'),
  );
  const RecordingUrl = `${recordings}/${RecordingSid}`;
  const recording = { CallSid, RecordingSid, RecordingUrl };
  const form = aTwilioForm('phone/recording-completed', recording);
  await postTwilio(desk.baseUrl, '/hooks/phone/phone?step=recording', form);
  await untilDelivered(table, ['phone', 'phone'], CallSid);

  const id = aSid('CA');
  const call = { type: 'call.updated', id, state: 'missed', startedAt: new Date().toISOString() };
  const body = Buffer.from(JSON.stringify(call));
  const [secret] = connectionSecrets['office-phone'].secrets;
  await fetch(`${desk.baseUrl}/hooks/phone/office-phone`, {
    method: 'POST',
    headers: signedHeaders([secret], { id, body, now: Date.now() }),
    body: new Uint8Array(body),
  });
  await untilDelivered(table, ['phone', 'office-phone'], id);
  // Nothing is ever sent there: only a look at the connection needs its credentials.
  for (const connection of ['phone', 'office-phone'])
    await olga.post(`/api/connections/${connection}/check`, {});
}
