import type { AgentToken } from '../desk/tickets/by-mail.ts';

/** What is known about a mail besides its bytes: how it was delivered, and who we are. */

/** SES: `receipt.*Verdict.status`; DISABLED when scanning is off. */
export type VerdictStatus = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED' | 'DISABLED';

export interface DeliveryVerdicts {
  readonly spam?: VerdictStatus;
  readonly virus?: VerdictStatus;
  readonly spf?: VerdictStatus;
  readonly dkim?: VerdictStatus;
  readonly dmarc?: VerdictStatus;
  /** Only told when DMARC failed. */
  readonly dmarcPolicy?: 'none' | 'quarantine' | 'reject';
}

/** The envelope as the receiving server saw it (SES `mail.source`, `receipt.recipients`). */
export interface MailEnvelope {
  /** MAIL FROM; '' is the null sender of robots. */
  readonly from: string;
  /** RCPT TO addresses that are ours. */
  readonly recipients: readonly string[];
  readonly verdicts?: DeliveryVerdicts;
}

/** Who we are, to know our own mail when it comes back. */
export interface OurMail {
  /** Our mailboxes without plus parts: `support@example.com`. */
  readonly addresses: readonly string[];
  /** Domains that our Message-IDs and mailboxes live in. */
  readonly domains: readonly string[];
  /** Value of `X-Firstline-Loop` in everything this desk sends. */
  readonly loopId: string;
  /** Signing secrets, the current one first; an older one stays valid during rotation. */
  readonly secrets: readonly string[];
}

export type MailVerdict =
  | 'customer'
  | 'own-loop'
  | 'auto-reply'
  | 'bounce'
  | 'complaint'
  | 'read-receipt'
  | 'list'
  | 'spam';

export interface BounceRecipient {
  readonly address: string;
  /** RFC 3464 action; `failed` when only prose was found. */
  readonly status: string;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  readonly diagnostic: string;
  /** The address itself is dead; a full mailbox or a spam policy is not. */
  readonly hard: boolean;
}

export interface Classification {
  readonly verdict: MailVerdict;
  /** Why, as stable codes such as `header:auto-submitted`. */
  readonly reasons: readonly string[];
  readonly mayAcknowledge: boolean;
  /** Why not, in the same form; empty if it may. */
  readonly silentBecause: readonly string[];
  /** From is confirmed by DMARC, or by SPF or DKIM of From's own domain where DMARC says nothing. */
  readonly senderVerified: boolean;
  /** Virus found: show no attachment and no HTML. */
  readonly quarantined: boolean;
  /** Of a bounce. */
  readonly recipients: readonly BounceRecipient[];
  /** Of a bounce, complaint or read receipt: ids of the mail it is about, normalized. */
  readonly originalMessageIds: readonly string[];
  /** Of a complaint: `abuse`, `fraud`, `not-spam` … */
  readonly feedbackType?: string;
}

export interface TicketReference {
  /** The human ticket number, `1042`. */
  readonly ticketNumber: string;
}

/** Only references whose code verified; in the order in which they should be believed. */
export interface ThreadingSignals {
  readonly replyTokens: readonly TicketReference[];
  /** Addresses that agents answer to, unverified: their codes need the agent. */
  readonly agentTokens: readonly AgentToken[];
  /**
   * In-Reply-To, then References right to left, without `<>`; ids of SES as the bare id that
   * SendEmail returned. Look up both our own ids and SES's in one index.
   */
  readonly messageIds: readonly string[];
  readonly subjectTag?: TicketReference;
  readonly bodyMarker?: TicketReference;
}
