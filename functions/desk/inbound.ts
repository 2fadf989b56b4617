import type { Attachment } from '../../schemas/attachment.ts';
import type { ChannelKind, Language } from '../../schemas/primitives.ts';
import type { Message } from '../../schemas/timeline.ts';

/** Who wrote, as far as the channel knows. */
export type Sender = {
  /** Identity's key: lower-cased address for `mail`, the channel's own id otherwise. */
  readonly channel: ChannelKind;
  readonly connectionId?: string;
  readonly externalId: string;
  readonly name: string;
  /** Proven by the channel (its own id) or by mail authentication; a typed address is not. */
  readonly isVerified: boolean;
  readonly language?: Language;
};

/**
 * A message from outside, understood: what every channel's parser makes and intake turns into a ticket.
 * Nothing in it is trusted; sizes are bounded by the parser.
 */
export type Inbound = {
  readonly channel: ChannelKind;
  readonly connectionId: string;
  /**
   * Same message again, same key: `mail|support|<message id>`, `telegram|bot|<update_id>`. Keys and pointers share
   * one namespace, so a mail's key is also the pointer by which an answer to it finds the ticket (one item, not two).
   */
  readonly idempotencyKey: string;
  /**
   * Hash of what was said. A mail whose key is taken by other content is not a repetition: it comes again
   * under `<key>|<hash>`.
   */
  readonly contentHash: string;
  readonly kind: Extract<
    Message['kind'],
    'customer' | 'auto-reply' | 'bounce' | 'receipt' | 'complaint'
  >;
  readonly sender: Sender;
  /** Where an answer goes, and who is in copy. */
  readonly replyTo: { readonly address: string; readonly cc: readonly string[] };
  readonly subject: string;
  readonly text: string;
  readonly quoteStart?: number;
  readonly html?: string;
  /** Stored already, under keys derived from the idempotency key. */
  readonly attachments: readonly Attachment[];
  readonly externalId?: string;
  /** RFC Message-IDs this mail names, for the next References (oldest first). */
  readonly references: readonly string[];
  /** Tickets (`tkt_…`) named by a signed address, most telling first. */
  readonly knownTickets: readonly string[];
  /** Tickets named by a signed but weaker signal (subject tag, quoted marker): asked after the pointers. */
  readonly hintedTickets?: readonly string[];
  /** Keys of the conversation to look up, nearest first (`functions/channels/pointers.ts`). */
  readonly pointers: readonly string[];
  /** Further pointers to write when a ticket opens: the thread's root, the chat. */
  readonly leaves: readonly string[];
  /** True for chats: any open ticket of the conversation takes the message whatever its subject. */
  readonly isConversation: boolean;
  readonly isSpam: boolean;
  readonly mayAcknowledge: boolean;
  readonly flags: readonly string[];
  readonly occurredAt: string;
  readonly rawKey?: string;
  /** Topic the sender chose in a form. */
  readonly chosenTopic?: string;
  readonly language?: Language;
  /** Of a bounce: what it says about the message of ours that `pointers` lead to. */
  readonly bounce?: {
    readonly error: string;
    readonly isPermanent: boolean;
  };
};
