import type { Understood } from '../channel.ts';

export async function parseChat(_input: never): Promise<Understood> {
  return { incoming: [], ignored: ['chat.not-built'] };
}
