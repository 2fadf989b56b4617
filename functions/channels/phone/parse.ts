import { ContactEvent } from '../../../schemas/queue.ts';
import type { Understood } from '../channel.ts';
import { type HookInput, jsonOf } from '../hook-delivery.ts';
import { parseContact } from './amazon-connect/parse-contact.ts';
import { parseLog } from './call-log/parse-log.ts';
import { parseCall } from './twilio/parse-call.ts';

/** What a hook brought. Contact events of Amazon Connect come by the event bus; as a body only a person who explains one has them. */
export async function parsePhone(input: HookInput): Promise<Understood> {
  const { connection } = input;
  if (connection.channel === 'phone' && connection.provider === 'twilio')
    return parseCall({ ...input, connection });
  if (connection.channel === 'phone' && connection.provider === 'call-log')
    return parseLog({ ...input, connection });
  if (connection.channel !== 'phone') return { incoming: [], ignored: ['phone.no-hook'] };
  const event = ContactEvent.safeParse({ ...Object(jsonOf(input.body)), kind: 'contact-event' });
  return event.success
    ? parseContact({ connection, event: event.data })
    : { incoming: [], ignored: ['phone.no-hook'] };
}
