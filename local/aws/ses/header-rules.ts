/**
 * Header fields that may appear once in a mail given to SES.
 * Source: SES Developer Guide, "Amazon SES email header field requirements"; RFC 5322 §3.6.
 */
export const onceOnly: ReadonlySet<string> = new Set(
  `accept-language archived-at auto-submitted bcc bounces-to cc comments content-class
   content-disposition content-features content-id content-language content-location content-md5
   content-transfer-encoding content-type date delivered-to disposition-notification-to
   encoding errors-to from importance in-reply-to keywords list-archive list-help list-id
   list-owner list-post list-subscribe list-unsubscribe list-unsubscribe-post message-context
   message-id mime-version organization original-from original-message-id original-recipient
   original-subject precedence priority references reply-to return-path return-receipt-to sender
   sensitivity subject thread-index thread-topic to user-agent vbr-info`.split(/\s+/),
);

/** Fields SES takes as instructions and does not pass on. */
export const consumed: ReadonlySet<string> = new Set([
  'bcc',
  'x-ses-configuration-set',
  'x-ses-message-tags',
  'x-ses-source-arn',
  'x-ses-from-arn',
  'x-ses-return-path-arn',
]);
