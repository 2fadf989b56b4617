import type { SendResult } from '../../channels/outgoing.ts';
import type { Alert, Digest } from './alert.ts';
import { lineOf, listOf } from './alert-list.ts';
import { alertSecretOf } from './alert-secret.ts';
import type { DeliverDeps } from './deliver-deps.ts';

const timeoutMs = 10_000;
/** Slack cuts a text after 40,000 characters. https://docs.slack.dev/changelog/2018-truncating-really-long-messages */
const mostCharacters = 30_000;

/** The three characters that mean something. https://docs.slack.dev/messaging/formatting-message-text/#escaping */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A bar would end the address. */
const linked = (line: string, url: string): string =>
  `<${url.replaceAll('|', '%7C')}|${escaped(line)}>`;

export const postToSlack = async (deps: DeliverDeps, { line, url }: Alert): Promise<SendResult> => {
  const { language } = await deps.desk();
  return post(deps, linked(lineOf(line, language), url));
};

export const postDigestToSlack = async (deps: DeliverDeps, digest: Digest): Promise<SendResult> => {
  const { language } = await deps.desk();
  const { text } = listOf(digest, { language, characters: mostCharacters, written: linked });
  return post(deps, text);
};

/**
 * An incoming webhook takes JSON and answers `ok`; nothing keeps it from taking a message twice, so only what surely did
 * not arrive is sent again. The address is a secret: no error names it.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
async function post(deps: DeliverDeps, text: string): Promise<SendResult> {
  const { slackUrl } = await alertSecretOf(deps);
  if (slackUrl === undefined)
    return { kind: 'failed', error: 'slack: no address is set', permanent: false };
  try {
    const response = await deps.fetch(`${deps.bases.slack}${new URL(slackUrl).pathname}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, unfurl_links: false, unfurl_media: false }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const words = (await response.text()).slice(0, 80);
    return resultOf(response, words);
  } catch (error) {
    const code = (error as { cause?: { code?: unknown } }).cause?.code;
    return { kind: 'retry', error: `slack: ${typeof code === 'string' ? code : 'timeout'}` };
  }
}

function resultOf({ status, headers }: Response, words: string): SendResult {
  const error = `slack: ${status} ${words}`;
  if (status >= 200 && status < 300) return { kind: 'sent', pointers: [] };
  if (status === 429 || status === 408 || status >= 500) {
    const after = Number(headers.get('retry-after') ?? Number.NaN);
    return { kind: 'retry', error, ...(after > 0 && { afterSeconds: Math.ceil(after) }) };
  }
  return { kind: 'failed', error, permanent: true };
}
