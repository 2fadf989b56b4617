import type { Agent } from '../../../schemas/agent.ts';
import type { Delivery, DeliveryState, Message } from '../../../schemas/timeline.ts';
import { conflict, invalid } from '../problem.ts';

/** The customer may have it before their eyes. */
const isOut: ReadonlySet<DeliveryState> = new Set(['sent', 'delivered', 'read']);

type Facts = { readonly canEdit?: boolean; readonly textMax?: number };

/**
 * Refuses what cannot be changed where it was sent: other people's words, what never left, and texts that went or would
 * go out in several parts, of which the provider knows each by itself.
 * @throws Problem `message.not-editable`, `message.not-sent`, `message.too-long`
 */
export const refuseEdit = (
  message: Message,
  { by, text, facts }: { by: Agent; text: string; facts: Facts },
): void => {
  const isOwn = message.kind === 'reply' && message.author.id === by.id;
  if (!facts.canEdit || message.deletedAt !== undefined)
    throw invalid('message.not-editable', 'What was sent on this channel cannot be changed.');
  if (!isOwn) throw invalid('message.not-editable', 'Only your own answers can be changed.');
  const { state, providerId } = message.delivery ?? {};
  if (!state || !isOut.has(state) || providerId === undefined)
    throw conflict('message.not-sent', 'This message is not with the customer. Send it again.');
  const { textMax = Number.POSITIVE_INFINITY } = facts;
  const first = message.wordings?.[0]?.text ?? message.text;
  const isInParts =
    message.bodyKey !== undefined || message.attachments.length > 0 || first.length > textMax;
  if (isInParts || text.length > textMax)
    throw invalid(
      'message.too-long',
      `Only what went out in one part can be changed: at most ${textMax} characters, no files.`,
    );
};

/** The delivery that asks for the new wording to be carried out. A second change replaces a first that still waits. */
export const queueEdit = (delivery: Delivery, now: string): Delivery => ({
  ...delivery,
  edit: { state: 'queued', at: now },
});
