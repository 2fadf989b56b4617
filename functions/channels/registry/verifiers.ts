import type { ChannelKind } from '../../../schemas/primitives.ts';
import { noHook } from '../answers.ts';
import type { Verify } from '../channel.ts';
import { verifyTelegram } from '../telegram/verify.ts';
import { verifyWebhook } from '../webhook/verify.ts';

/**
 * The registry of channels, one file for each thing a channel does: a function bundles what it needs and no more (the
 * hook no mail parser, deliver neither). Each is a record over every kind, so a channel that is forgotten in one of
 * them does not compile.
 */
export const verifiers: Readonly<Record<ChannelKind, Verify>> = {
  mail: noHook,
  form: noHook,
  telegram: verifyTelegram,
  webhook: verifyWebhook,
};
