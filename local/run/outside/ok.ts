import type { OutsideAnswer, OutsideRequest, ProviderStandIn } from './provider.ts';

/** Addresses that somebody subscribed. */
let subscriptions: readonly { url: string; time: number }[] = [];
let nextId = Math.floor(Date.now() / 1_000);

type Fields = Readonly<Record<string, unknown>>;

/**
 * Answers as the Bot API for groups does: failures come as 200 with `Invocation-error`. Source: apiok.ru, "Bot API",
 * "graph.user.messages", "graph.user.subscribe", "Errors".
 */
export const answerOk: ProviderStandIn = (request) => {
  const path = decodeURIComponent(request.path.replace('/graph/', ''));
  if (path.startsWith('upload/')) return ok({ photos: { p1: { token: `token-${nextId}` } } });
  if (!request.query.get('access_token')) return refused(103, 'PARAM_SESSION_KEY');
  if (request.method === 'GET') return read(path, request);
  if (!request.headers['content-type']?.startsWith('application/json'))
    return refused(100, 'PARAM : Content-Type');
  const fields = fieldsOf(request.body);
  if (!fields) return refused(100, 'PARAM : the body is no JSON');
  if (path === 'me/subscribe') return subscribe(fields);
  if (path === 'me/unsubscribe') {
    subscriptions = subscriptions.filter(({ url }) => url !== fields['url']);
    return ok({ success: true });
  }
  const [, chat] = /^me\/messages\/(chat:.+)$/.exec(path) ?? [];
  if (chat !== undefined) return sendMessage(chat, fields);
  if (/^chat:.+\/answer$/.test(path))
    return request.query.get('callbackId') ? ok({ success: true }) : refused(100, 'callbackId');
  return refused(3, `METHOD : the stand-in does not know ${path}`);
};

function read(path: string, { query, base }: OutsideRequest): OutsideAnswer {
  if (path === 'me/subscriptions') return ok({ subscriptions });
  if (path === 'me/fileUploadUrl' && query.get('types')) {
    nextId += 1;
    return ok({ upload_url: `${base}/graph/upload/${nextId}` });
  }
  return refused(3, `METHOD : the stand-in does not know ${path}`);
}

function subscribe({ url }: Fields): OutsideAnswer {
  if (typeof url !== 'string' || !/^https:|^http:\/\/127\.0\.0\.1/.test(url))
    return refused(100, 'PARAM : url');
  subscriptions = [...subscriptions.filter((one) => one.url !== url), { url, time: Date.now() }];
  return ok({ success: true });
}

function sendMessage(chat: string, { recipient, message }: Fields): OutsideAnswer {
  const { chat_id: target } = (recipient ?? {}) as { chat_id?: unknown };
  const { text, attachments } = (message ?? {}) as { text?: unknown; attachments?: unknown };
  if (target !== chat) return refused(100, 'PARAM : recipient');
  const isText = typeof text === 'string' && text !== '';
  if (isText && text.length > 4096) return refused(100, 'PARAM : text');
  const isFile = Array.isArray(attachments) && attachments.length > 0;
  if (!isText && !isFile) return refused(100, 'PARAM : message');
  nextId += 1;
  return ok({ success: true, message_id: `mid:${chat.slice('chat:'.length)}.${nextId}` });
}

function fieldsOf(body: Buffer): Fields | undefined {
  try {
    return JSON.parse(body.toString('utf8')) as Fields;
  } catch {
    return undefined;
  }
}

const ok = (body: Fields): OutsideAnswer => ({ status: 200, body });
const refused = (code: number, words: string): OutsideAnswer => ({
  status: 200,
  headers: { 'invocation-error': String(code) },
  body: { error_code: code, error_msg: words },
});
