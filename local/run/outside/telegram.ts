import type { OutsideAnswer, ProviderStandIn } from './provider.ts';
import { fieldsOf } from './request-fields.ts';

const METHOD = /^\/bot([^/]*)\/(\w+)$/;
const FILE = /^\/file\/bot([^/]*)\/files\/(.+)$/;

type Fields = Readonly<Record<string, unknown>>;
type Method = (fields: Fields, token: string) => OutsideAnswer;

/** One bot per desk is enough to tell its messages apart by number. */
let nextMessageId = Math.floor(Date.now() / 1_000);
/** What setWebhook set. */
let webhook: Fields = {};

/**
 * Answers as the Bot API does: 401 without a token, 400 for what it would not take, the sent message with its id
 * otherwise. Source: Bot API, "Making requests", "Available methods", "Getting updates".
 */
export const answerTelegram: ProviderStandIn = ({ path, method: verb, body }) => {
  const [, fileToken, fileId = ''] = FILE.exec(path) ?? [];
  if (fileToken !== undefined)
    return isToken(fileToken) ? fileOf(decodeURIComponent(fileId)) : refused(404, 'Not Found');
  const [, token = '', name = ''] = METHOD.exec(path) ?? [];
  if (!isToken(token)) return refused(401, 'Unauthorized');
  const method = methods[name];
  if (!method || (verb !== 'POST' && verb !== 'GET'))
    return refused(404, `Not Found: the local stand-in does not emulate ${name}`);
  return method(fieldsOf(body), token);
};

const isToken = (token: string) => /^\d+:[\w-]+$/.test(token);

const sending =
  (needs: string, check: (fields: Fields) => string | undefined = () => undefined): Method =>
  (fields) => {
    if (fields['chat_id'] === undefined) return bad('chat_id is empty');
    if (!fields[needs]) return bad(needs === 'text' ? 'message text is empty' : `no ${needs}`);
    const fault = check(fields);
    return fault === undefined ? done(messageIn(fields)) : bad(fault);
  };

const captioned = ({ caption = '' }: Fields) =>
  String(caption).length > 1024 ? 'message caption is too long' : undefined;

const methods: Readonly<Record<string, Method>> = {
  sendMessage: sending('text', ({ text }) =>
    String(text).length > 4096 ? 'message is too long' : undefined,
  ),
  sendPhoto: sending('photo', captioned),
  sendVideo: sending('video', captioned),
  sendAudio: sending('audio', captioned),
  sendDocument: sending('document', captioned),
  sendMediaGroup: (fields) => {
    const media = listOf(fields['media']);
    if (fields['chat_id'] === undefined) return bad('chat_id is empty');
    if (media.length < 2 || media.length > 10)
      return bad('there must be 2 to 10 messages to be sent');
    return done(media.map(() => messageIn(fields)));
  },
  editMessageText: ({ chat_id: chat, message_id: id, text }) => {
    if (chat === undefined || !id) return bad('message to edit not found');
    return text ? done({ message_id: Number(id), text }) : bad('message text is empty');
  },
  editMessageCaption: ({ message_id: id, caption }) => done({ message_id: Number(id), caption }),
  getFile: ({ file_id: id }) => {
    if (typeof id !== 'string' || id === '' || id === 'missing') return bad('invalid file_id');
    if (id === 'too-big') return bad('file is too big');
    return done({ file_id: id, file_path: `files/${encodeURIComponent(id)}` });
  },
  getMe: (_fields, token) =>
    done({
      id: Number(token.split(':')[0]),
      is_bot: true,
      first_name: 'Desk',
      username: 'desk_bot',
    }),
  setWebhook: (fields) => {
    const { url, secret_token: secret = '' } = fields;
    if (!/^https:|^http:\/\/127\.0\.0\.1/.test(String(url)))
      return bad('bad webhook: An HTTPS URL must be provided for webhook');
    if (!/^[A-Za-z0-9_-]{0,256}$/.test(String(secret)))
      return bad('secret token contains unallowed characters');
    webhook = fields;
    return done(true);
  },
  deleteWebhook: () => {
    webhook = {};
    return done(true);
  },
  getWebhookInfo: () => {
    const { url = '', allowed_updates: allowed } = webhook;
    return done({ url, allowed_updates: allowed, pending_update_count: 0 });
  },
  answerCallbackQuery: ({ callback_query_id: id }) =>
    id ? done(true) : bad('query is too old and response timeout expired or query ID is invalid'),
  sendChatAction: () => done(true),
};

function messageIn({ chat_id: chat, text, caption }: Fields): Fields {
  nextMessageId += 1;
  return {
    message_id: nextMessageId,
    date: Math.floor(Date.now() / 1_000),
    chat: { id: Number(chat), type: 'private' },
    ...(text === undefined ? {} : { text }),
    ...(caption === undefined ? {} : { caption }),
  };
}

/** A picture of one pixel for ids that begin so, their own name for all others. */
const fileOf = (id: string): OutsideAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/octet-stream' },
  body: id.startsWith('photo') ? onePixel : Buffer.from(`file ${id}`),
});
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function listOf(value: unknown): readonly unknown[] {
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(list) ? list : [];
}

const done = (result: unknown): OutsideAnswer => ({ status: 200, body: { ok: true, result } });
const bad = (words: string) => refused(400, `Bad Request: ${words}`);

function refused(status: number, description: string): OutsideAnswer {
  return { status, body: { ok: false, error_code: status, description } };
}
