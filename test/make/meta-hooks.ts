import { createHmac, randomInt } from 'node:crypto';
import settings from '../../desk.config.ts';
import { deliveryKey } from '../../functions/channels/pointers.ts';
import { pointerStore } from '../../functions/dynamo/pointers.ts';
import type { Table } from '../../functions/dynamo/table.ts';
import type { RunningDesk } from '../../local/run/running-desk.ts';
import { connectionSecrets } from './journey-secrets.ts';
import { until } from './until.ts';

type MetaChannel = 'whatsapp' | 'messenger' | 'instagram';

const connectionOf = <C extends MetaChannel>(channel: C) =>
  settings.connections.find((one) => one.channel === channel && one.id === channel);
const whatsapp = connectionOf('whatsapp');
const messenger = connectionOf('messenger');
const instagram = connectionOf('instagram');
const ids = {
  whatsapp: whatsapp?.channel === 'whatsapp' ? whatsapp.phoneNumberId : '',
  messenger: messenger?.channel === 'messenger' ? messenger.pageId : '',
  instagram: instagram?.channel === 'instagram' ? instagram.accountId : '',
};

/** Digits that nobody used before; `ending` decides what the stand-in says of the person (`local/run/outside/graph.ts`). */
export const somebody = (ending = '001'): string => `49157${randomInt(1e6, 1e7)}${ending}`;
let numbered = 0;
export const messageId = (prefix: string): string => `${prefix}${Date.now()}.${++numbered}`;

const seconds = () => String(Math.floor(Date.now() / 1000));

/** A delivery of the Cloud API about our number. */
export const whatsappDelivery = (value: Record<string, unknown>) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340399',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '493056790002', phone_number_id: ids.whatsapp },
            ...value,
          },
        },
      ],
    },
  ],
});

export const whatsappText = (
  from: string,
  text: string,
  over: Record<string, unknown> = {},
  contact: object = { profile: { name: 'Olya' }, wa_id: from },
): ReturnType<typeof whatsappDelivery> =>
  whatsappDelivery({
    contacts: [contact],
    messages: [
      {
        from,
        id: messageId('wamid.'),
        timestamp: seconds(),
        type: 'text',
        text: { body: text },
        ...over,
      },
    ],
  });

export const whatsappStatus = (id: string, status: string, over: Record<string, unknown> = {}) =>
  whatsappDelivery({ statuses: [{ id, status, timestamp: seconds(), ...over }] });

/** A delivery of Messenger or Instagram about our page; `isOurs` turns it round. */
export const pageDelivery = (
  channel: 'messenger' | 'instagram',
  person: string,
  event: Record<string, unknown>,
  isOurs = false,
) => {
  const [us, them] = [{ id: ids[channel] }, { id: person }];
  const [sender, recipient] = isOurs ? [us, them] : [them, us];
  const timestamp = Date.now();
  return {
    object: channel === 'messenger' ? 'page' : 'instagram',
    entry: [
      { id: us.id, time: timestamp, messaging: [{ sender, recipient, timestamp, ...event }] },
    ],
  };
};

/** Posts a delivery as Meta does; the status it was answered. */
export async function postDelivery(
  { baseUrl }: Pick<RunningDesk, 'baseUrl'>,
  channel: MetaChannel,
  delivery: unknown,
  appSecret: string = connectionSecrets[channel].appSecrets[0],
): Promise<number> {
  const body = JSON.stringify(delivery);
  const signature = createHmac('sha256', appSecret).update(body).digest('hex');
  const answer = await fetch(`${baseUrl}/hooks/${channel}/${channel}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(appSecret !== '' && { 'x-hub-signature-256': `sha256=${signature}` }),
    },
    body,
  });
  return answer.status;
}

/** The ticket that a message of theirs went to. */
export const untilTaken = (table: Table, channel: MetaChannel, id: string): Promise<string> =>
  until(`a ticket of ${channel} ${id}`, async () => {
    const { takenBy } = await pointerStore(table).lookUp({
      idempotencyKey: deliveryKey(channel, channel, id),
      pointers: [],
      identity: { channel: 'mail', externalId: 'nobody@example.net' },
    });
    return takenBy?.ticketId;
  });

/** What the Graph API was asked to send to a person, oldest first; refused calls too. */
export const sentTo = (desk: Pick<RunningDesk, 'recordedCalls'>, person: string) =>
  desk
    .recordedCalls()
    .filter(({ host, path }) => host.startsWith('graph.') && path.endsWith('/messages'))
    .map(({ body, answered }) => ({ ...(JSON.parse(body) as Sent), answered }))
    .filter(({ to, recipient }) => (to ?? recipient?.id) === person);

type Sent = {
  readonly to?: string;
  readonly recipient?: { readonly id: string };
  readonly type?: string;
  readonly document?: { readonly caption?: string; readonly filename: string };
  readonly text?: { readonly body: string };
  readonly context?: { readonly message_id: string };
  readonly messaging_type?: string;
  readonly tag?: string;
  readonly message?: { readonly text?: string; readonly metadata?: string };
  readonly reply_to?: { readonly mid: string };
};
