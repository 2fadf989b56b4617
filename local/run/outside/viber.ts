import type { OutsideAnswer, ProviderStandIn } from './provider.ts';

/** The webhook that somebody set, as Viber keeps it. */
let webhook = '';
let eventTypes: unknown = [];
/** Beyond 2^53, as the real ones are. */
let nextToken = 5_741_311_803_571_721_087n;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Answers as the REST API does: always 200, and what happened as `status`. It does not call the webhook back while it
 * is being set. Source: Viber REST Bot API, "Set webhook", "Send message", "Error codes".
 */
export const answerViber: ProviderStandIn = ({ path, headers, body }) => {
  if (!headers['x-viber-auth-token']) return refused(2, 'missing_auth_token');
  const fields = fieldsOf(body);
  if (!fields) return refused(3, 'The request is no JSON');
  if (path === '/pa/get_account_info') {
    return ok({ id: 'pa:1', name: 'Desk', uri: 'desk', webhook, event_types: eventTypes });
  }
  if (path === '/pa/set_webhook') {
    const { url } = fields;
    if (typeof url !== 'string' || !/^https:|^http:\/\/127\.0\.0\.1/.test(url))
      return refused(1, 'The webhook URL is not valid');
    webhook = url;
    eventTypes = fields['event_types'] ?? [];
    return ok({ event_types: eventTypes });
  }
  if (path !== '/pa/send_message') return refused(3, `The stand-in does not know ${path}`);
  const fault = faultIn(fields, body.length);
  if (fault) return fault;
  nextToken += 1n;
  return raw(`{"status":0,"status_message":"ok","message_token":${nextToken},"billing_status":1}`);
};

function faultIn(fields: Fields, bytes: number): OutsideAnswer | undefined {
  const { receiver, sender, type, text, media, size } = fields;
  const { name } = (sender ?? {}) as { name?: unknown };
  if (bytes > 30 * 1024) return refused(3, 'Max total JSON size of the request is 30kb');
  if (typeof receiver !== 'string' || receiver === '') return refused(4, 'receiver is missing');
  if (typeof name !== 'string' || name === '' || name.length > 28)
    return refused(3, 'sender.name is not 1 to 28 characters');
  if (typeof fields['min_api_version'] !== 'number') return refused(4, 'min_api_version');
  if (type === 'text')
    return typeof text === 'string' && text !== '' && text.length <= 7000
      ? undefined
      : refused(3, 'text is not 1 to 7000 characters');
  if (typeof media !== 'string' || !/^https?:/.test(media)) return refused(1, 'media is no URL');
  if (type === 'picture') return typeof text === 'string' ? undefined : refused(4, 'text');
  if (type === 'video') return typeof size === 'number' ? undefined : refused(4, 'size');
  if (type !== 'file') return refused(3, 'type is not supported');
  return typeof size === 'number' && typeof fields['file_name'] === 'string'
    ? undefined
    : refused(4, 'size and file_name');
}

function fieldsOf(body: Buffer): Fields | undefined {
  try {
    return JSON.parse(body.toString('utf8')) as Fields;
  } catch {
    return undefined;
  }
}

const ok = (more: Fields): OutsideAnswer => ({
  status: 200,
  body: { status: 0, status_message: 'ok', ...more },
});
const refused = (status: number, words: string): OutsideAnswer => ({
  status: 200,
  body: { status, status_message: words },
});
const raw = (json: string): OutsideAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(json),
});
