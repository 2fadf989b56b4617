import { describe, expect, it } from 'vitest';
import { anInbound } from '../../../test/make/an-inbound.ts';
import type { Incoming } from '../../channels/channel.ts';
import { eachPerson } from './each-person.ts';

const from = (person: string, text: string): Incoming => ({
  inbound: anInbound({
    sender: { channel: 'mail', externalId: person, name: person, isVerified: true },
    text,
  }),
  files: [],
});
const batch = [from('ann', '1'), from('bob', '1'), from('ann', '2'), from('bob', '2')];

describe('a batch', () => {
  it('keeps each person’s messages in their order and lets nobody wait for another', async () => {
    const begun: string[] = [];
    const done: string[] = [];
    let free: (() => void) | undefined;
    const annsFirst = new Promise<void>((resolve) => {
      free = resolve;
    });

    await eachPerson(batch, async ({ inbound: { sender, text } }) => {
      const name = `${sender.externalId} ${text}`;
      begun.push(name);
      if (name === 'ann 1') await annsFirst;
      if (name === 'bob 2') free?.();
      done.push(name);
    });

    expect(done.filter((name) => name.startsWith('ann'))).toEqual(['ann 1', 'ann 2']);
    expect(done.indexOf('bob 2')).toBeLessThan(done.indexOf('ann 1'));
    expect(begun).toHaveLength(4);
  });

  it('fails as a whole when somebody’s message failed, after everybody else’s were taken', async () => {
    const done: string[] = [];

    const taking = eachPerson(batch, async ({ inbound: { sender, text } }) => {
      if (sender.externalId === 'ann') throw new Error('busy');
      done.push(text);
    });

    await expect(taking).rejects.toThrow('busy');
    expect(done).toEqual(['1', '2']);
  });
});
