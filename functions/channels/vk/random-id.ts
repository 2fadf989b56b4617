import { createHash } from 'node:crypto';

/**
 * The same part of the same message has the same number, so VK sends it once, however often it is asked within an
 * hour. Positive and below 2^31; 0 would mean "not checked".
 */
export const randomIdOf = (messageId: string, part: number): number =>
  createHash('sha256').update(`${messageId}#${part}`).digest().readUInt32BE(0) >>> 1 || 1;
