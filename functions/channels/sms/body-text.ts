import { plainText } from '../plain-text.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The words of a message. Some carriers hand on long ones in base64, which no person writes in sentences. */
export const bodyText = (body: string): string => plainText(fromBase64(body.trim()) ?? body);

function fromBase64(body: string): string | undefined {
  if (body.length < 40 || body.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(body))
    return undefined;
  try {
    const text = utf8.decode(Buffer.from(body, 'base64'));
    // A code or key that happens to decode has no words with spaces between them.
    const isSentence = /\p{L} \p{L}/u.test(text);
    // oxlint-disable-next-line no-control-regex -- bytes that are no text are full of them
    return isSentence && !/[\u0000-\u0008\u000E-\u001F]/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
