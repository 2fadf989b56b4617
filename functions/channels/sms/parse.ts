import { PhoneNumber } from '../../../schemas/primitives.ts';
import type { IncomingFile, Understood } from '../channel.ts';
import { chatInbound } from '../chat-inbound.ts';
import { entryOf } from '../entry-of.ts';
import type { HookInput } from '../hook-delivery.ts';
import { languageOf } from '../language-of.ts';
import { plainText } from '../plain-text.ts';
import { chatKey } from '../pointers.ts';
import { fieldOf, formOf, sidOf, type TwilioForm } from '../twilio/form.ts';
import { otherNetwork } from '../twilio/other-network.ts';
import { bodyText } from './body-text.ts';
import { optOutOf } from './opt-out.ts';
import { receiptOf } from './receipt.ts';

const ignore = (code: string): Understood => ({ incoming: [], ignored: [`sms.${code}`] });

/** A message of a telephone, or the fate of one of ours. STOP and START are switches and make nobody a customer. */
export async function parseSms(input: HookInput): Promise<Understood> {
  const form = formOf(input.body);
  if (fieldOf(form, 'MessageStatus') !== '') return receiptOf(form, input);
  const number = sidOf(form, 'MessageSid') || sidOf(form, 'SmsSid');
  const from = fieldOf(form, 'From').trim();
  if (number === '' || from === '' || from.length > 320) return ignore('event-unknown');
  // `whatsapp:+49…`: Twilio carries other networks' messages in the same form, and takes answers the same way.
  const isOther = otherNetwork.test(from);
  const said = bodyText(fieldOf(form, 'Body'));
  const optOut = isOther ? undefined : optOutOf(fieldOf(form, 'OptOutType').toUpperCase(), said);
  if (optOut === 'stop' || optOut === 'start') return switched(optOut, from, input);
  const files = filesOf(form);
  const text = said === '' && files.length === 0 ? '[unsupported: empty]' : said;
  const isTelephone = PhoneNumber.safeParse(from).success;
  const inbound = chatInbound(input, {
    channel: 'sms',
    chat: from,
    number,
    from: { externalId: from, name: plainText(fieldOf(form, 'ProfileName')) || from },
    text,
    externalId: number,
    // A short code or a name takes no answer; a machine sends by it.
    mayAcknowledge: (isTelephone || isOther) && optOut === undefined,
    language: languageOf(text),
    occurredAt: input.receivedAt,
  });
  return { incoming: [{ inbound, files }], ignored: [] };
}

function switched(optOut: 'stop' | 'start', from: string, input: HookInput): Understood {
  const connectionId = input.connection.id;
  return {
    incoming: [],
    events: [
      {
        kind: optOut === 'stop' ? 'blocked' : 'unblocked',
        at: input.receivedAt,
        chat: chatKey('sms', connectionId, from),
        sender: { channel: 'sms', connectionId, externalId: from },
      },
    ],
    ignored: [],
  };
}

/** Twilio sends ten at most. */
const mediaMax = 10;

function filesOf(form: TwilioForm): readonly IncomingFile[] {
  const count = Math.min(Number(fieldOf(form, 'NumMedia')) || 0, mediaMax);
  return Array.from({ length: count }, (_, index): IncomingFile | undefined => {
    const ref = fieldOf(form, `MediaUrl${index}`);
    if (ref === '') return undefined;
    const type = fieldOf(form, `MediaContentType${index}`) || 'application/octet-stream';
    return { name: `mms-${index + 1}${endingOf(type)}`, type, kind: 'regular', ref };
  }).filter((file) => file !== undefined);
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/heic': '.heic',
  'video/mp4': '.mp4',
  'video/3gpp': '.3gp',
  'audio/amr': '.amr',
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'text/vcard': '.vcf',
  'text/x-vcard': '.vcf',
  'text/plain': '.txt',
  'application/pdf': '.pdf',
};
const endingOf = (type: string): string =>
  entryOf(endings, type.split(';')[0]?.trim().toLowerCase() ?? '') ?? '';
