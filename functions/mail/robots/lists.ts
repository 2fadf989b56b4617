import { headersOf, type ParsedMail } from '../parsed-mail.ts';

const listHeaders = [
  'list-id',
  'list-post',
  'x-google-group-id',
  'mailing-list',
  'x-mailing-list',
  'x-mailman-version',
  'x-beenthere',
  'x-list',
  'x-campaign-id',
  'x-mc-user',
];

/** Mail to many. List-Unsubscribe alone proves nothing: programs put it on mail to one person. */
export function listReason(mail: ParsedMail): string | undefined {
  const name = listHeaders.find((header) => headersOf(mail, header).length > 0);
  if (name) return `header:${name}`;
  const toMany = headersOf(mail, 'precedence').some((value) => /bulk|list/i.test(value));
  const leave = headersOf(mail, 'list-unsubscribe').length > 0;
  if (toMany && leave) return 'header:precedence';
  return headersOf(mail, 'precedence').some((value) => /^\s*list\b/i.test(value))
    ? 'header:precedence'
    : undefined;
}
