import type { Attachment } from '../../schemas/attachment.ts';
import type { ReceivedLetter } from '../../schemas/letter.ts';
import type { ChannelKind, Language } from '../../schemas/primitives.ts';
import type { Held } from '../../schemas/ticket.ts';
import type { Call, Invitation, Message, Place } from '../../schemas/timeline.ts';
import type { AgentToken } from './tickets/by-mail.ts';

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
   * Same message again, same key: `mail|support|<message id>`, `whatsapp|main|in|<wamid>`. Keys and pointers share
   * one namespace, so a message's key is also the pointer by which answers to it, edits and reactions find it (one
   * item, not two): where the provider numbers messages, the key is made of that number and not of the delivery's.
   */
  readonly idempotencyKey: string;
  /**
   * Hash of what was said. A mail whose key is taken by other content is not a repetition: it comes again
   * under `<key>|<hash>`.
   */
  readonly contentHash: string;
  /**
   * `reply` is an echo: an answer that one of us wrote in the channel's own app. It is ours, stands on the ticket as
   * sent, and answers the customer; `sender` is still the customer, whose conversation it is in. Its key is
   * `sentKey(…, <provider's id>)`, as that of what we send: our own message that comes back is known by it.
   */
  readonly kind: Extract<
    Message['kind'],
    'customer' | 'call' | 'auto-reply' | 'bounce' | 'receipt' | 'complaint' | 'reply'
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
  /** `externalId` of the message this one answers. */
  readonly inReplyTo?: string;
  readonly place?: Place;
  readonly invitation?: Invitation;
  /** Of a call: its newest state. A later event of the same call comes as a message with the same key. */
  readonly call?: Call;
  readonly letter?: ReceivedLetter;
  /** Name of who wrote an echo, as far as the channel says. */
  readonly authorName?: string;
  /** RFC Message-IDs this mail names, for the next References (oldest first). */
  readonly references: readonly string[];
  /** From's address where its own domain signed the mail: who wrote it beyond doubt, whatever Reply-To says. */
  readonly signedFrom?: string;
  /** Agents' own addresses that a mail was sent to, to be checked against the agent who signed it. */
  readonly agentTokens?: readonly AgentToken[];
  /** Tickets (`tkt_…`) named by a signed address, most telling first. */
  readonly knownTickets: readonly string[];
  /** Tickets named by a signed but weaker signal (subject tag, quoted marker): asked after the pointers. */
  readonly hintedTickets?: readonly string[];
  /** Keys of the conversation to look up, nearest first (`functions/channels/pointers.ts`). */
  readonly pointers: readonly string[];
  /** Further pointers to write when a ticket opens: the thread's root, the chat. */
  readonly leaves: readonly string[];
  /** Further keys to write for this very message, whatever ticket it goes on. They decide nothing; who asks finds it. */
  readonly aliases?: readonly string[];
  /**
   * Of one part of an album: the same key for all parts, such as `telegram|bot|album|<chat>:<media_group_id>`. Parts that
   * come within a minute become one message; each keeps its own `idempotencyKey`.
   */
  readonly albumKey?: string;
  /** What the channel proved beside the sender: it joins this person with whoever has the same proof elsewhere. */
  readonly provenPhone?: string;
  /** Lower-cased. */
  readonly provenEmail?: string;
  /** The person's id on the host page's system, which signed it; of this connection only. */
  readonly provenUserId?: string;
  /** Where answers go by mail when a chat's visitor has left; proves nothing. */
  readonly mailTo?: string;
  /** Addresses (lower-cased) and numbers (E.164) the person typed: suggested to agents, never joined by itself. */
  readonly typed?: readonly string[];
  /** True for chats: any open ticket of the conversation takes the message whatever its subject. */
  readonly isConversation: boolean;
  /** A ticket that it opens is held apart: nobody is acknowledged, no clock alarms until a person releases it. */
  readonly isSpam: boolean;
  /** Why it is held apart. */
  readonly held?: Held;
  readonly mayAcknowledge: boolean;
  readonly flags: readonly string[];
  readonly occurredAt: string;
  readonly rawKey?: string;
  /** Topic the sender chose in a form. */
  readonly chosenTopic?: string;
  /** What was filled into the form, by field. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly language?: Language;
  /** Of a bounce: what it says about the message of ours that `pointers` lead to. */
  readonly bounce?: {
    readonly error: string;
    readonly isPermanent: boolean;
  };
};
