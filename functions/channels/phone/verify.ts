import { refused } from '../answers.ts';
import type { HookRequest, Verification, Verifying } from '../channel.ts';
import { verifyLog } from './call-log/verify-log.ts';
import { verifyCall } from './twilio/verify-call.ts';

/** By the connection's provider; Amazon Connect speaks by the event bus and has no hook. */
export function verifyPhone(request: HookRequest, verifying: Verifying): Verification {
  const { connection } = verifying;
  if (request.method !== 'POST') return refused(405, 'phone.method');
  if (connection.channel !== 'phone') return refused(404, 'phone.no-hook');
  switch (connection.provider) {
    case 'twilio':
      return verifyCall(request, verifying, connection);
    case 'call-log':
      return verifyLog(request, verifying);
    default:
      return refused(404, 'phone.no-hook');
  }
}
