import type { OutsideAnswer, ProviderStandIn } from './provider.ts';

const METHOD = /^\/(?:file\/)?bot([^/]*)\/(\w+)/;

/** One bot per desk is enough to tell its messages apart by number. */
let nextMessageId = Math.floor(Date.now() / 1_000);

/**
 * Answers as the Bot API does: 401 for an empty token, the sent message with its id otherwise.
 * Source: Bot API, "Making requests" and `sendMessage`.
 */
export const answerTelegram: ProviderStandIn = ({ path, body }) => {
  const [, token, method = ''] = METHOD.exec(path) ?? [];
  if (!token) return refused(401, 'Unauthorized');
  const parameters = readParameters(body.toString('utf8'));
  if (method.startsWith('send') && method !== 'sendChatAction') {
    if (parameters['chat_id'] === undefined) return refused(400, 'Bad Request: chat_id is empty');
    if (method === 'sendMessage' && !parameters['text']) {
      return refused(400, 'Bad Request: message text is empty');
    }
    nextMessageId += 1;
    return {
      status: 200,
      body: {
        ok: true,
        result: {
          message_id: nextMessageId,
          date: Math.floor(Date.now() / 1_000),
          chat: { id: Number(parameters['chat_id']), type: 'private' },
          ...(parameters['text'] === undefined ? {} : { text: parameters['text'] }),
        },
      },
    };
  }
  if (method === 'getMe') {
    const result = { id: Number(token.split(':')[0]) || 1, is_bot: true, first_name: 'Desk' };
    return { status: 200, body: { ok: true, result } };
  }
  const simple = ['setWebhook', 'deleteWebhook', 'answerCallbackQuery', 'sendChatAction'];
  if (simple.includes(method)) return { status: 200, body: { ok: true, result: true } };
  return refused(404, `Not Found: the local stand-in does not emulate ${method}`);
};

function refused(status: number, description: string): OutsideAnswer {
  return { status, body: { ok: false, error_code: status, description } };
}

function readParameters(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {
    // multipart: the fields stand between the boundaries
  }
  const fields = body.matchAll(/name="([^"]+)"\r\n\r\n([^\r]*)/g);
  return Object.fromEntries([...fields].map(([, name = '', value]) => [name, value]));
}
