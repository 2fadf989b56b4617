import type { Connection } from '../../../schemas/connection.ts';
import type { Call } from '../../../schemas/timeline.ts';
import type { Inbound } from '../../desk/inbound.ts';
import { contentHash } from '../content-hash.ts';
import { inChat } from '../in-chat.ts';
import { cut, plainText } from '../plain-text.ts';
import { chatKey, deliveryKey } from '../pointers.ts';
import { phoneTexts } from './texts.ts';

type Calling = {
  readonly connection: Connection;
  readonly call: Call;
  /** The other side's number, which stands on its display and proves nothing; undefined when withheld. */
  readonly number: string | undefined;
  readonly name?: string;
};

/**
 * The newest state of a call, under the call's own key. Calls from one number are one conversation; one without a
 * number is somebody else each time.
 */
export function callInbound({ connection, call, number, name }: Calling): Inbound {
  const texts = phoneTexts(connection);
  const who = number ?? `withheld:${call.id}`;
  const said = texts.states[call.state];
  const shown = cut(plainText(name ?? ''), 120) || number || texts.withheld;
  return {
    channel: 'phone',
    connectionId: connection.id,
    idempotencyKey: deliveryKey('phone', connection.id, call.id),
    contentHash: contentHash(JSON.stringify(call)),
    kind: 'call',
    sender: {
      channel: 'phone',
      connectionId: connection.id,
      externalId: who,
      name: shown,
      isVerified: false,
    },
    replyTo: { address: who, cc: [] },
    subject: call.direction === 'in' ? texts.from(number) : texts.to(number),
    text: call.seconds ? `${said}, ${texts.seconds(call.seconds)}` : said,
    attachments: [],
    externalId: call.id,
    ...inChat(chatKey('phone', connection.id, who)),
    call,
    mayAcknowledge: false,
    flags: [],
    occurredAt: call.startedAt,
  };
}
