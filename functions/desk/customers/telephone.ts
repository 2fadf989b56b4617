import type { Identity } from '../../../schemas/customer.ts';
import type { ChannelKind } from '../../../schemas/primitives.ts';

/** Channels where a person is known by a telephone number. */
export const numberChannels: ReadonlySet<ChannelKind> = new Set(['phone', 'sms', 'whatsapp']);

const e164 = /^\+[1-9]\d{4,14}$/;

/** The number an identity stands for, E.164; WhatsApp leaves out the plus. */
export const numberOf = ({
  channel,
  externalId,
}: Pick<Identity, 'channel' | 'externalId'>): string | undefined => {
  if (!numberChannels.has(channel)) return undefined;
  const number = channel === 'whatsapp' ? `+${externalId}` : externalId;
  return e164.test(number) ? number : undefined;
};

export const isNumber = (text: string): boolean => e164.test(text);

/** How a number is written as an identity of the channel. */
export const numberOn = (channel: ChannelKind, number: string): string =>
  channel === 'whatsapp' ? number.slice(1) : number;
