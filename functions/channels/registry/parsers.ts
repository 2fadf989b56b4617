import type { ChannelKind } from '../../../schemas/primitives.ts';
import type { Understood } from '../channel.ts';
import { parseForm } from '../form/parse.ts';
import { parseMailInput } from '../mail/parse.ts';
import { parseTelegram } from '../telegram/parse.ts';
import { parseWebhook } from '../webhook/parse.ts';

/** Bytes to messages; see `verifiers.ts`. Mail and form are given more than a hook's bytes, so each keeps its type. */
export const parsers = {
  mail: parseMailInput,
  form: parseForm,
  telegram: parseTelegram,
  webhook: parseWebhook,
} as const satisfies Record<ChannelKind, (delivery: never) => Promise<Understood>>;
