import { createHmac } from 'node:crypto';
import config from '../../desk.config.ts';
import type { HookRequest } from '../../functions/channels/channel.ts';
import { twilioSignature } from '../../functions/channels/twilio/signature.ts';
import { signedHeaders } from '../../functions/channels/webhook/standard-webhooks.ts';
import type { Connection } from '../../schemas/connection.ts';
import type { HookChannel } from '../../schemas/primitives.ts';
import { DeskSettings } from '../../schemas/settings.ts';
import { aHookRequest } from './a-hook-request.ts';
import { connectionSecrets } from './journey-secrets.ts';

/** How one of our connections is spoken to by its provider. */
export type HookSender = {
  readonly channel: HookChannel;
  readonly connection: Connection;
  /** As stored; the first key of `keys` is the current one. */
  readonly secret: Readonly<Record<string, unknown>>;
  /** The secret's list that is rotated. */
  readonly keys: string;
  /** Another key of the right form. */
  readonly otherKey: string;
  /** What the provider sends: its own form of `fixture`, proven by `key`. */
  readonly request: (fixture: Buffer, key: string) => HookRequest;
};

/** The moment in which everything is sent, epoch milliseconds. */
export const sentAt = Date.parse('2026-11-22T10:00:00.000Z');

const settings = DeskSettings.parse(config);
const url = (channel: HookChannel, id: string) => `https://desk.example/hooks/${channel}/${id}`;
const hex = (hash: 'sha256', key: string, body: Uint8Array) =>
  createHmac(hash, key).update(body).digest('hex');
const formOf = (fixture: Buffer) =>
  Object.entries(JSON.parse(fixture.toString('utf8')) as Record<string, string>);

const vk = settings.connections.find(({ channel }) => channel === 'vk');
const groupId = Number(vk?.channel === 'vk' ? vk.groupId : 0);

type Sender = Pick<HookSender, 'keys' | 'otherKey' | 'request'>;

const meta: Sender = {
  keys: 'appSecrets',
  otherKey: 'another-app-secret',
  request: (body, key) =>
    aHookRequest({
      body,
      headers: { 'x-hub-signature-256': `sha256=${hex('sha256', key, body)}` },
    }),
};

const twilio = (address: string): Sender => ({
  keys: 'authTokens',
  otherKey: 'another-auth-token',
  request: (fixture, key) => {
    const form = formOf(fixture);
    return aHookRequest({
      url: address,
      body: Buffer.from(new URLSearchParams(form).toString()),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': twilioSignature(key, address, form),
      },
    });
  },
});

const standardWebhooks: Sender = {
  keys: 'secrets',
  otherKey: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
  request: (body, key) =>
    aHookRequest({ body, headers: signedHeaders([key], { id: 'msg_1', body, now: sentAt }) }),
};

const senders: Readonly<Record<string, Sender>> = {
  'telegram-main': {
    keys: 'webhookSecrets',
    otherKey: 'another-secret-token',
    request: (body, key) =>
      aHookRequest({ body, headers: { 'x-telegram-bot-api-secret-token': key } }),
  },
  whatsapp: meta,
  messenger: meta,
  instagram: meta,
  viber: {
    keys: 'authTokens',
    otherKey: 'another-auth-token',
    request: (body, key) =>
      aHookRequest({ body, headers: { 'x-viber-content-signature': hex('sha256', key, body) } }),
  },
  vk: {
    keys: 'secrets',
    otherKey: 'another-secret',
    request: (fixture, key) =>
      aHookRequest({
        body: Buffer.from(
          JSON.stringify({
            ...(JSON.parse(fixture.toString('utf8')) as object),
            group_id: groupId,
            secret: key,
          }),
        ),
      }),
  },
  ok: {
    keys: 'urlSecrets',
    otherKey: 'another-url-secret',
    request: (body, key) => aHookRequest({ body, query: { key } }),
  },
  sms: twilio(url('sms', 'sms')),
  phone: twilio(url('phone', 'phone')),
  'office-phone': standardWebhooks,
  'shop-webhook': standardWebhooks,
};

/** Every connection of the desk that a provider calls. */
export const hookSenders: readonly HookSender[] = Object.entries(senders).map(([id, sender]) => {
  const connection = settings.connections.find((one) => one.id === id);
  if (!connection) throw new Error(`desk.config.ts has no connection ${id}`);
  return {
    ...sender,
    channel: connection.channel as HookChannel,
    connection,
    secret: connectionSecrets[id as keyof typeof connectionSecrets],
  };
});
