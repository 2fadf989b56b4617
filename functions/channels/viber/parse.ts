import type { Understood } from '../channel.ts';
import type { HookInput } from '../hook-delivery.ts';

export async function parseViber(_input: HookInput): Promise<Understood> {
  return { incoming: [], ignored: ['viber.not-built'] };
}
