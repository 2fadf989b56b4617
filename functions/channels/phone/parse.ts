import type { Understood } from '../channel.ts';
import type { HookInput } from '../hook-delivery.ts';
import { parseLog } from './call-log/parse-log.ts';
import { parseCall } from './twilio/parse-call.ts';

/** What a hook brought; contact events of Amazon Connect come another way (`amazon-connect/parse-contact.ts`). */
export async function parsePhone(input: HookInput): Promise<Understood> {
  const { connection } = input;
  if (connection.channel === 'phone' && connection.provider === 'twilio')
    return parseCall({ ...input, connection });
  if (connection.channel === 'phone' && connection.provider === 'call-log')
    return parseLog({ ...input, connection });
  return { incoming: [], ignored: ['phone.no-hook'] };
}
