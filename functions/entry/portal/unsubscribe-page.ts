import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Language } from '../../../schemas/primitives.ts';
import { textsFor } from '../../desk/texts/texts.ts';
import { escapeHtml } from '../../mail/html/escape-html.ts';

type Route = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** The page sends one form to itself and loads nothing. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";

/**
 * A mail program posts and reads no answer; a person who follows the link has a browser, which gets the same answer
 * as a page with one button. It needs no script, so it works wherever a mail is read.
 */
export const withUnsubscribePage =
  (
    { name, language }: { readonly name: string; readonly language: Language },
    route: Route,
  ): Route =>
  async (event) => {
    const answer = await route(event);
    const wantsPage = /\btext\/html\b/.test(event.headers['accept'] ?? '');
    if (event.rawPath !== '/portal/unsubscribe' || !wantsPage) return answer;
    const isDone = answer.statusCode === 200 && /"isUnsubscribed":true/.test(answer.body ?? '');
    const state = answer.statusCode !== 200 ? 'failed' : isDone ? 'done' : 'asked';
    return {
      ...answer,
      headers: {
        ...answer.headers,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
      },
      body: pageOf(state, name, preferred(event.headers['accept-language']) ?? language),
    };
  };

const preferred = (accepted = ''): Language | undefined =>
  (['en', 'ru'] as const).find((language) => accepted.toLowerCase().startsWith(language));

function pageOf(state: 'asked' | 'done' | 'failed', name: string, language: Language): string {
  const words = textsFor(language, language).unsubscribe({ desk: name });
  const button =
    state === 'asked'
      ? `<form method="post"><button>${escapeHtml(words.button)}</button></form>`
      : '';
  return [
    `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(name)}</title><style>:root{color-scheme:light dark}`,
    'body{max-width:36rem;margin:4rem auto;padding:0 1rem;font:1.1rem/1.5 system-ui,sans-serif}',
    'button{font:inherit;padding:.6rem 1.2rem}</style></head>',
    `<body><h1>${escapeHtml(name)}</h1><p>${escapeHtml(words[state])}</p>${button}</body></html>`,
  ].join('');
}
