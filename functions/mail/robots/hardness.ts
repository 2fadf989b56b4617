/** The address is dead: bad mailbox or domain (RFC 3463). */
const hardStatuses = new Set(['5.1.0', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.4.4']);

/** What servers say of a mailbox that is not there. */
const unknownUser = new RegExp(
  [
    "user(?: is)? (?:unknown|not found|doesn['’]?t exist|does not exist|invalid|not known)",
    'unknown (?:user|recipient|mailbox|local[- ]part|address|account|or illegal|to address)',
    'no such (?:user|recipient|mailbox|address|person|account|local|domain|host|email)',
    'no (?:mailbox|account) (?:here )?(?:by|with|for) (?:that|this)',
    'there is no such',
    'no valid recipient|not a valid (?:mailbox|recipient|user)|invalid (?:recipient|mailbox|user|address|final delivery)',
    "mailbox (?:not found|unavailable|does not exist|doesn['’]?t exist|not available|unknown|is not valid)",
    "(?:recipient|address|mailbox|account|user)[^.\\n]{0,60}(?:does not exist|doesn['’]?t exist|not exist|not found|is unknown|is invalid|unknown)",
    'not (?:listed|found) in (?:the )?(?:domino|public|global)',
    'recipient (?:address )?(?:rejected|unknown|not found|not recognized)[^\\n]{0,80}(?:unknown|exist|not found)',
    'RESOLVER\\.ADR\\.(?:Ex)?RecipNotFound|RecipNotFound|recipient not found',
    'host (?:or domain name )?(?:unknown|not found)|domain (?:name )?(?:not found|does not exist)|unrouteable (?:mail domain|address)|unroutable address|name or service not known|no such domain|DNS error: .*does not exist',
    "couldn['’]?t be found|wasn['’]?t found at|could not be found|can ?not find (?:the )?(?:user|recipient)",
    "account (?:that you tried to reach )?(?:is|has been) (?:disabled|deleted|closed)|dd this user doesn't have",
    'not our customer|addressee unknown|bad destination mailbox|delivery to this address is restricted.*no such',
    '(?:ディレクトリ|ユーザー?|あて先|宛先|アドレス)[^\\n]{0,60}(?:見つかりません|リストにありません|存在しません|不明)|用户不存在|收件人不存在|邮箱不存在',
    'пользовател[ья] не (?:найден|существует)|получател[ья] не (?:найден|существует)|адрес не (?:найден|существует)',
    'unbekannter (?:benutzer|empf[äa]nger)|existiert nicht|utilisateur inconnu|usuario desconocido|destinatario sconosciuto',
  ].join('|'),
  'i',
);

/** Never "dead", whatever else is said: full, too large, refused for content or policy. */
const softTexts =
  /quota|mailbox (?:is )?full|over ?quota|mailfull|exceed(?:ed|s)? (?:the )?(?:storage|maximum|size)|too (?:large|big)|insufficient (?:disk|system storage)|spam|blacklist|blocked|blocklist|reputation|policy|greylist|graylist|rate limit|try again later|temporar/i;

export function isHardStatus(status: string): boolean {
  return hardStatuses.has(status);
}

export function saysUnknownUser(text: string): boolean {
  return unknownUser.test(text.slice(0, 2_000));
}

/** channels.md 1.4. `status` is an enhanced code or '' when none was given. */
export function isHardBounce(bounce: {
  action: string;
  status: string;
  diagnostic: string;
}): boolean {
  const { action, status, diagnostic } = bounce;
  if (action !== 'failed' || status.startsWith('4.') || status.startsWith('2.')) return false;
  if (isHardStatus(status)) return true;
  if (/^5\.(?:2\.2|3\.4|7\.\d{1,3})$/.test(status)) return false;
  if (!saysUnknownUser(diagnostic)) return false;
  // A refusal for spam or a full box may still print "user unknown" links or names.
  return (
    !softTexts.test(diagnostic.slice(0, 2_000)) || /user unknown|no such user/i.test(diagnostic)
  );
}
