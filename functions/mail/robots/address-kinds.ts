import { headersOf, type ParsedMail } from '../parsed-mail.ts';

/** Mail systems speaking for themselves. */
const robots =
  /^(?:mailer-?daemon|mail-daemon|post_?master|mail-?admin|mailadmin|mdaemon|maildelivery|mail\.?delivery(?:\.?subsystem)?|microsoftexchange[0-9a-f]+|bounces?|autoresponder|auto-?reply|listserv|majordomo|double-bounce)(?:[+.-].*)?@/i;

const noReply =
  /^(?:no[-_.]?repl(?:y|ies)|do[-_.]?not[-_.]?reply|donotreply|noanswer|no-?answer|nicht-?antworten|keine-?antwort|ne-?pas-?repondre|no-?responder|non-?rispondere|nao-?responda|nie-?odpowiadaj|neotvechat)(?:[+.\-_0-9].*)?@/i;
const noReplyInside = /[-_.+](?:no-?reply|donotreply)@/i;

export function isRobotAddress(address: string): boolean {
  return robots.test(address) || /^(?:mailer-daemon|postmaster)$/i.test(address);
}

export function isNoReplyAddress(address: string): boolean {
  return noReply.test(address) || noReplyInside.test(address);
}

/** With or without a plus part, in any case. */
export function isOurAddress(address: string, ours: readonly string[]): boolean {
  const plain = withoutPlus(address);
  return ours.some((own) => withoutPlus(own) === plain);
}

export function withoutPlus(address: string): string {
  const lower = address.toLowerCase();
  const at = lower.lastIndexOf('@');
  if (at < 0) return lower;
  const plus = lower.indexOf('+');
  return plus > 0 && plus < at ? lower.slice(0, plus) + lower.slice(at) : lower;
}

/** An earlier server's Return-Path counts too: it says what the mail was when it left. */
export function hasNullReturnPath(mail: ParsedMail): boolean {
  return headersOf(mail, 'return-path').some((value) => value.trim() === '<>');
}
