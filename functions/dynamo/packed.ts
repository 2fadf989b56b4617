import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Tickets, list lines and messages are kept as deflated JSON. A write unit is 1 KB and counts double in a transaction:
 * a ticket of 1.6 KB as a map takes 0.7 KB packed, which halves the price of every change, and a list of fifty fits
 * into three read units. The first byte names the dictionary, so that a better one can come later.
 */
const format = 1;

/**
 * What our JSON repeats; deflate refers to it instead of spelling it. FROZEN: stored items need it byte for byte.
 * A change is a new format number with its own dictionary beside this one.
 */
const dictionary = Buffer.from(
  [
    '"clock-ended""delivery-failed""follow-up""marked-spam""acknowledgement","author":{"kind":"robot","name":"',
    '"event","kind":"opened","by":{"kind":"agent","id":"agt_","name":"","data":{"rule":"keyword","detail":"',
    '"type":"note","author":{"kind":"agent","id":"agt_"complaint""receipt""bounce""auto-reply""third-party"',
    '"contentId":"","inline":true,"kind":"inline""attachments":[{"name":".pdf","type":"application/pdf","size":,"sha256":"',
    '"key":"files/","kind":"regular"}image/jpeg image/png.png.jpg"html":"<div dir=\\"ltr\\"><p><br></p></div>"bodyKey":"',
    '"flags":["sender-unverified","other-address"],"ended":[{"statusAfter":"closed""rawKey":"mail/',
    '"pauses":["warned":{"75%":"15m":"breached":["since":"resolution""next-reply"',
    '"followUpOf":"tkt_"closedAt":"snoozedUntil":"followedUpBy":"tkt_',
    '{"type":"message","direction":"out","kind":"reply""direction":"in","kind":"customer","author":{"kind":"customer","id":"cus_',
    '","name":"","channel":"telegram","connectionId":"support","address":"@gmail.com","subject":"Re: ","text":"',
    '","quoteStart":,"attachments":[],"externalId":"@mail.gmail.com","occurredAt":"2026-","storedAt":"2026-","flags":[],"language":"en"}',
    '{"connectionId":"support","replyTo":{"address":"@example.com","cc":[]},"participants":["@mail.ru"],',
    '"topicReason":{"rule":"connection","detail":""},"references":["@eu-central-1.amazonses.com",".JavaMail.@yandex.ru"],',
    '"clocks":{"last":17,"status":"open","priority":"normal","use":{"promise":"@1","profile":"normal","calendars":["@1"]},',
    '"first":17,"asked":17,"byAgent":true,"replied":true,"running":[{"kind":"first-reply","start":17,"target":14400,"due":17,',
    '"calendars":[[17,"24x7"]],"pending":{"75%":17}}]},"nextDueAt":"2026-","acknowledgementId":"msg_","acknowledgedAt":"2026-',
    '","mayAcknowledge":true,"lastPublicId":"msg_"}',
    '{"subject":"Здравствуйте! Добрый день, заказ кэшбэк не пришёл не начислен Подскажите, пожалуйста, когда Спасибо',
    'Hello, thank you for your order payment cash back account please help ',
    '","customerName":"","channel":"mail","topic":"missing-cashback","line":"first-line","status":"on_hold""status":"snoozed"',
    '"status":"waiting""priority":"urgent""priority":"high","status":"open","priority":"normal","language":"ru","createdAt":"2026-',
    ':00.000Z","lastMessageAt":"2026-","lastMessageBy":"agent""lastMessageBy":"robot""lastMessageBy":"customer","waitingSince":"2026-',
    '","dueAt":"2026-","isBreached":false,"preview":"',
  ].join(''),
);

export const pack = (value: unknown): Uint8Array => {
  const deflated = deflateRawSync(JSON.stringify(value), { dictionary, level: 9 });
  const packed = new Uint8Array(deflated.length + 1);
  packed[0] = format;
  packed.set(deflated, 1);
  return packed;
};

/**
 * The shape is trusted: only `pack` writes here, from typed values. Parsing with the schema would drop the fields of a
 * newer version while both versions of the desk run, and the next save would lose them.
 * @throws when the bytes are of another format: an older desk met a newer item.
 */
export const unpack = <Value>(packed: unknown): Value => {
  if (!(packed instanceof Uint8Array) || packed[0] !== format)
    throw new Error('packed attribute has an unknown format');
  return JSON.parse(inflateRawSync(packed.subarray(1), { dictionary }).toString()) as Value;
};
