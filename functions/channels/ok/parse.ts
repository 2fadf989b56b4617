import type { Understood } from '../channel.ts';
import type { HookInput } from '../hook-delivery.ts';

export async function parseOk(_input: HookInput): Promise<Understood> {
  return { incoming: [], ignored: ['ok.not-built'] };
}
