import type { Understood } from '../channel.ts';
import type { HookInput } from '../hook-delivery.ts';

export async function parseVk(_input: HookInput): Promise<Understood> {
  return { incoming: [], ignored: ['vk.not-built'] };
}
