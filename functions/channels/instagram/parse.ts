import type { Understood } from '../channel.ts';
import type { HookInput } from '../hook-delivery.ts';

export async function parseInstagram(_input: HookInput): Promise<Understood> {
  return { incoming: [], ignored: ['instagram.not-built'] };
}
