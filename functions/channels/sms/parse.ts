import type { Understood } from '../channel.ts';
import type { HookInput } from '../hook-delivery.ts';

export async function parseSms(_input: HookInput): Promise<Understood> {
  return { incoming: [], ignored: ['sms.not-built'] };
}
