import type { Agent } from '../../../schemas/agent.ts';
import type { BlockedSender } from '../../../schemas/blocked-sender.ts';
import { conflict, invalid } from '../problem.ts';

/** A list is one item; a longer one belongs into a mail filter before the desk. */
const longestList = 1_000;

/** Whole domains that hold strangers and customers alike. */
const sharedHosts: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com mac.com aol.com ' +
    'gmx.de gmx.net gmx.com web.de t-online.de freenet.de mail.ru bk.ru inbox.ru list.ru internet.ru yandex.ru ' +
    'ya.ru yandex.com rambler.ru proton.me protonmail.com orange.fr free.fr laposte.net wanadoo.fr libero.it ' +
    'wp.pl o2.pl onet.pl interia.pl seznam.cz ukr.net i.ua qq.com 163.com 126.com naver.com'
  ).split(' '),
);

/** The entry that covers an address, if one does. */
export const blockedBy = (
  blocked: readonly BlockedSender[],
  address: string,
): BlockedSender | undefined => {
  const lower = address.toLowerCase();
  const domain = lower.slice(lower.lastIndexOf('@') + 1);
  return blocked.find(({ pattern }) =>
    pattern.startsWith('@')
      ? domain === pattern.slice(1) || domain.endsWith(`.${pattern.slice(1)}`)
      : lower === pattern,
  );
};

type Blocking = {
  readonly blocked: readonly BlockedSender[];
  readonly pattern: string;
  readonly reason: string;
  readonly by: Agent;
  /** Domain of the desk's own mailboxes. */
  readonly ownDomain: string;
  readonly now: string;
};

/** The list with one more entry; the same list when it has the entry already. */
export const block = (request: Blocking): readonly BlockedSender[] => {
  const { blocked, pattern, reason, by, ownDomain, now } = request;
  const domain = pattern.slice(pattern.lastIndexOf('@') + 1);
  if (domain === ownDomain || (pattern.startsWith('@') && ownDomain.endsWith(`.${domain}`)))
    throw invalid('blocked.own', 'This is the desk’s own domain.');
  if (pattern.startsWith('@') && sharedHosts.has(domain))
    throw invalid(
      'blocked.shared-host',
      `Many customers have an address at ${domain}. Block the one address instead.`,
    );
  if (blocked.some((entry) => entry.pattern === pattern)) return blocked;
  if (blocked.length >= longestList)
    throw conflict('blocked.too-many', `The list holds ${longestList} entries. Remove some first.`);
  return [{ pattern, byId: by.id, byName: by.name, at: now, reason }, ...blocked];
};

export const unblock = (
  blocked: readonly BlockedSender[],
  pattern: string,
): readonly BlockedSender[] => blocked.filter((entry) => entry.pattern !== pattern);
