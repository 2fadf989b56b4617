/** How mail systems head their reports. */
export const bounceSubject = new RegExp(
  [
    '^(?:\\W*re:)?\\W*(?:undeliver(?:able|ed)|undelivered mail|non[- ]?deliver|non recapitabile|mail delivery|delivery (?:status|notification|failure|failed|report|problem|delayed|has failed|to)|failed delivery|failure notice|failure delivery|returned mail|returned to sender|return(?:ed)? message|message (?:delivery|not delivered|undeliver|status|could not|bounced|you sent)|mail (?:system error|could not|failure|failed|not delivered|returned|status)|your (?:e-?mail|message) (?:could not|was not|has been delayed|to)|warning: (?:could not|message|e-?mail)|could not (?:deliver|send)|unable to deliver|unzustellbar|nicht zustellbar|unzustellbare|nachricht (?:konnte nicht|nicht)|rückläufer|non remis|échec|échec de|non distribu|message non|no se (?:puede|pudo|ha podido) entregar|no entregado|devuelto|mancato recapito|impossibile recapitare|não (?:foi possível|entregue)|falha (?:na|de) entrega|niet bezorgd|onbestelbaar|nie można dostarczyć|niedostarczon|zwrot|kan inte levereras|olevererat|ikke leveret|ei voitu toimittaa|toimittaminen|недоставлен|не доставлен|недоставка|невозможно доставить|ошибка доставки|сообщение не доставлено|возвращ[её]н|недоставлене|user unknown|nondeliverable|banned|virus (?:alert|in)|配信(?:不能|できません)|未配信|退信|系统退信|無法傳遞|반송|delivery status notification|系統退信|teslim edilemedi|error sending|e-?mail delivery|auto: delivery|unknown user|message failed|bounced? mail)',
    'mail delivery (?:failed|failure|system)',
    'delivery status notification',
    'could not be delivered|not be delivered|undeliverable|returning message to sender',
  ].join('|'),
  'i',
);

/** Sentences that mail systems say of a mail they could not deliver. */
export const bounceText = new RegExp(
  [
    'hi\\. this is the',
    'this is the (?:mail (?:system|delivery)|mailer|postfix|qmail|courier|mail delivery)',
    'this (?:message|e-?mail) (?:was|is) (?:created|generated|sent) automatically by (?:the )?(?:mail|a mail)',
    'automatically (?:generated|created) (?:delivery|by (?:the )?mail)',
    "your (?:e-?mail )?(?:message|mail|e-?mail)[^.\\n]{0,80}(?:could not be|was not|wasn['’]t|cannot be|couldn['’]t be|has not been|did not reach|couldn['’]t)",
    'did not reach the following recipient',
    'the following (?:address|recipient|destination)[^.\\n]{0,60}(?:failed|error|could not|not|reject|had)',
    '(?:delivery|message) (?:has failed|to the following|failed|could not be)',
    'permanent(?:ly)? (?:fatal )?(?:error|failure)|fatal errors',
    "(?:unable|failed|not able|wasn['’]t able|impossible) to (?:be )?(?:deliver|send|transmit|process|complete)",
    "(?:could not|cannot|can't|couldn['’]t|can not) (?:be )?deliver",
    'address(?:es)? (?:not found|rejected|had)|message (?:not delivered|blocked|was undeliverable|rejected)',
    'undeliverable|non[- ]?delivery|not (?:been )?delivered|returned to (?:the )?sender',
    'user unknown|unknown user|no such user|unrouteable|recipient rejected|mailbox (?:is )?(?:full|unavailable)|quota exceed|over quota',
    'transcript of session|diagnostic information for administrators|generating server|reporting-mta',
    'not listed in (?:domino|public)|error transferring to|router: ',
    'delivery (?:status )?(?:notification|report)|delivery attempts|giving up',
    "nicht zugestellt|konnte nicht|nicht erreicht|unzustellbar|n['’]a pas pu (?:[êe]tre|remettre)|non remis|no se pudo|no ha podido|non [èe] stato possibile|não pôde|niet (?:worden )?(?:bezorgd|afgeleverd)|nie (?:może|mogła|można)|kunne ikke|kunde inte|ei voitu",
    'не (?:может быть|было|удалось|был[оа]?) доставлен|не доставлен|не удалось доставить|недоставлен|невозможно доставить|ошибк[аи] доставки',
    '配信(?:でき|不能)|送信(?:できません|に失敗)|退信|无法(?:投递|送达|发送)|無法(?:傳遞|投遞)|전송(?:되지|하지) 못|반송',
  ].join('|'),
  'i',
);

/** Display names of mail systems. */
export function isRobotName(name: string): boolean {
  return /^(?:mail delivery (?:sub)?system|mailer-?daemon|postmaster|mail administrator|system administrator|microsoft (?:exchange|outlook)|mail delivery service|internet mail delivery|mdaemon|система доставки)/i.test(
    name,
  );
}
