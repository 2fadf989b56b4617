import type { Understood } from '../channel.ts';
import type { HookInput } from '../hook-delivery.ts';

export async function parseMessenger(_input: HookInput): Promise<Understood> {
  return { incoming: [], ignored: ['messenger.not-built'] };
}
