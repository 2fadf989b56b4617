import { createHash } from 'node:crypto';

/** Crockford's alphabet in lower case: no letter is mistaken for another when read aloud. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

const encode = (bytes: Uint8Array, length: number): string => {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
      if (text.length === length) return text;
    }
    value &= (1 << bits) - 1;
  }
  return text;
};

/** 120 bits: a collision is not expected before 10^18 ids. */
const idLength = 24;
const derived = (key: string) => encode(createHash('sha256').update(key).digest(), idLength);

/** The same message again gets the same id, so repeating intake writes nothing new. */
export const messageIdOf = (key: string) => `msg_${derived(key)}`;
export const eventIdOf = (key: string) => `evt_${derived(key)}`;
export const customerIdOf = (key: string) => `cus_${derived(key)}`;
export const agentIdOf = (key: string) => `agt_${derived(key)}`;

export const ticketIdOf = (number: number) => `tkt_${number}`;
