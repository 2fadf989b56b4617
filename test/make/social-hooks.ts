import { createHmac, randomInt, randomUUID } from 'node:crypto';
import type { RecordedCall } from '../../local/run/outside/recorded-calls.ts';
import type { RunningDesk } from '../../local/run/running-desk.ts';
import { connectionSecrets } from './journey-secrets.ts';

type Address = Pick<RunningDesk, 'baseUrl'>;
type Fields = Readonly<Record<string, unknown>>;
export type HookAnswered = { readonly status: number; readonly body: string };

async function postTo(
  { baseUrl }: Address,
  path: string,
  { body, headers = {} }: { readonly body: string; readonly headers?: Record<string, string> },
): Promise<HookAnswered> {
  const answer = await fetch(`${baseUrl}/hooks/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: answer.status, body: await answer.text() };
}

/** A person of Viber nobody wrote as before; ids hold what addresses and keys do not like. */
export const aViberUser = (): string => `${randomUUID().slice(0, 18)}/+${randomInt(1e6)}==`;

let tokens = BigInt(Date.now()) * 4_000_000n;
/** Beyond 2^53. */
export const aViberToken = (): string => String(++tokens);

/** Signed as Viber does; `token` goes into the JSON as the number it is. */
export function postViber(
  desk: Address,
  event: Fields,
  {
    token = aViberToken(),
    key = connectionSecrets.viber.authTokens[0],
  }: { readonly token?: string; readonly key?: string } = {},
): Promise<HookAnswered> {
  const fields = JSON.stringify({ timestamp: Date.now(), ...event });
  const body = `{"message_token":${token},${fields.slice(1)}`;
  const signature = createHmac('sha256', key).update(body).digest('hex');
  return postTo(desk, 'viber/viber', {
    body,
    headers: { 'x-viber-content-signature': signature },
  });
}

export const viberText = (person: string, text: string): Fields => ({
  event: 'message',
  sender: { id: person, name: 'Olya', language: 'ru' },
  message: { type: 'text', text },
});

let events = 0;
/** An event of the community as VK posts it; `secret` undefined leaves it out. */
export const postVk = (
  desk: Address,
  type: string,
  object: Fields,
  { secret = connectionSecrets.vk.secrets[0], ...over }: Fields = {},
): Promise<HookAnswered> =>
  postTo(desk, 'vk/vk', {
    body: JSON.stringify({
      type,
      group_id: 219_619_619,
      event_id: `e${Date.now()}${++events}`,
      v: '5.199',
      secret,
      object,
      ...over,
    }),
  });

export const aVkUser = (): number => randomInt(1e6, 1e9);

let numbered = Math.floor(Date.now() / 1_000);
/** A message of a person's conversation; `conversation_message_id` is its number there. */
export const vkMessage = (person: number, text: string, over: Fields = {}) => ({
  id: ++numbered,
  conversation_message_id: ++numbered,
  date: Math.floor(Date.now() / 1_000),
  peer_id: person,
  from_id: person,
  text,
  attachments: [],
  fwd_messages: [],
  ...over,
});

export const vkNumber = (message: ReturnType<typeof vkMessage>): string =>
  `${message.peer_id}:${message.conversation_message_id}`;

/** With the key in the address, as OK was given it. */
export const postOk = (
  desk: Address,
  event: Fields,
  key: string = connectionSecrets.ok.urlSecrets[0],
): Promise<HookAnswered> => postTo(desk, `ok/ok?key=${key}`, { body: JSON.stringify(event) });

export const anOkChat = (): string => `chat:C${randomUUID().slice(0, 8)}`;

export const okMessage = (chat: string, text: string, over: Fields = {}) => ({
  webhookType: 'MESSAGE_CREATED',
  sender: { user_id: `user:${chat.slice('chat:C'.length)}`, name: 'Olya' },
  recipient: { chat_id: chat },
  message: { text, mid: `mid:${randomUUID()}`, ...over },
  timestamp: Date.now(),
});

type Desk = Pick<RunningDesk, 'recordedCalls'>;
const sent = (desk: Desk, host: string, path: string): readonly RecordedCall[] =>
  desk.recordedCalls().filter((call) => call.host === host && call.path.startsWith(path));

/** What was said to a person on Viber, oldest first. */
export const saidOnViber = (desk: Desk, person: string): readonly Fields[] =>
  sent(desk, 'chatapi.viber.com', '/pa/send_message')
    .map(({ body }) => JSON.parse(body) as Fields)
    .filter(({ receiver }) => receiver === person);

/** What was said to a person on VK, oldest first; refused calls and repetitions too. */
export const saidOnVk = (desk: Desk, person: number): readonly Readonly<Record<string, string>>[] =>
  sent(desk, 'api.vk.com', '/method/messages.send')
    .map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
    .filter(({ peer_ids: peer }) => peer === String(person));

/** What was said in a chat of OK, oldest first. */
export const saidOnOk = (desk: Desk, chat: string): readonly Fields[] =>
  sent(desk, 'api.ok.ru', `/graph/me/messages/${encodeURIComponent(chat)}`).map(
    ({ body }) => (JSON.parse(body) as { message: Fields }).message,
  );
