import type { Understood } from '../channel.ts';
import type { HookInput } from '../hook-delivery.ts';

export async function parseWhatsApp(_input: HookInput): Promise<Understood> {
  return { incoming: [], ignored: ['whatsapp.not-built'] };
}
