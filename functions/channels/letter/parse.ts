import type { Understood } from '../channel.ts';

export async function parseLetter(_input: never): Promise<Understood> {
  return { incoming: [], ignored: ['letter.not-built'] };
}
