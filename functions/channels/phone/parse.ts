import type { Understood } from '../channel.ts';
import type { HookInput } from '../hook-delivery.ts';

export async function parsePhone(_input: HookInput): Promise<Understood> {
  return { incoming: [], ignored: ['phone.not-built'] };
}
