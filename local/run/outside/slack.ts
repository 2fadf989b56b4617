import type { ProviderStandIn } from './provider.ts';

/**
 * An incoming webhook: takes JSON with a text, answers `ok`, and says in a word what it does not take.
 * Source: Slack, "Sending messages using incoming webhooks", "Handling errors".
 */
export const answerSlack: ProviderStandIn = ({ method, path, headers, body }) => {
  if (!/^\/(services|workflows|triggers)\/\w+/.test(path)) return words(404, 'no_service');
  if (method !== 'POST' || !headers['content-type']?.startsWith('application/json'))
    return words(400, 'invalid_payload');
  const text = textOf(body);
  if (text === undefined) return words(400, 'invalid_payload');
  return text === '' ? words(400, 'no_text') : words(200, 'ok');
};

function textOf(body: Buffer): string | undefined {
  try {
    const { text } = JSON.parse(body.toString('utf8')) as { text?: unknown };
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

const words = (status: number, said: string) => ({ status, body: Buffer.from(said) });
