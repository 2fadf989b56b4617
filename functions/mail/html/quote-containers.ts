/** What mail programs wrap the mail they answer in. Outlook on the web prefixes names by `x_`. */
const ids =
  /^(?:x_)*(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|reply-intro|mail-editor-reference-message-container|ms-outlook-mobile-body-separator-line|isForwardContent|isReplyContent|replySplit|oriMsgHtmlSeperator|mailbox-conversation|compose-reply-quote)$/i;

const classes =
  /(?:^|\s)(?:x_)*(?:gmail_quote|gmail_quote_container|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote|zmail_extra|OutlookMessageHeader|ms-outlook-mobile-reference-message|mail-quote-collapse|mail_quote|quote-container|fastmail-quote|cite-header|WM_QUOTE|gwExternalMsg|sh-color-black-quote|front-blockquote|freshdesk_quote|intercom-quote|hs_reply|ya_quote|mailru-quote)(?:\s|$)/i;

export interface MarkupAttributes {
  readonly [name: string]: string;
}

/** True for an element with which the quoted mail begins. */
export function isQuoteContainer(tag: string, attributes: MarkupAttributes): boolean {
  if (ourReference(attributes) !== undefined) return true;
  if (attributes['id'] && ids.test(attributes['id'])) return true;
  if (attributes['name'] && ids.test(attributes['name'])) return true;
  if (attributes['class'] && classes.test(attributes['class'])) return true;
  return tag === 'blockquote' && attributes['type']?.toLowerCase() === 'cite';
}

/** Our own reference, `1042.k3j4h5g6f7`: data attributes survive where names are rewritten. */
export function ourReference(attributes: MarkupAttributes): string | undefined {
  const said = attributes['data-firstline-ref'];
  if (said !== undefined) return said.slice(0, 80);
  const named = /(?:^|\s)(?:x_)*firstline-ref-(\d+)-([a-z2-7]+)/.exec(
    `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`,
  );
  return named ? `${named[1]}.${named[2]}` : undefined;
}
