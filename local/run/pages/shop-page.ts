import type { ServerResponse } from 'node:http';
import type { DeskModel } from '../../template/model.ts';
import type { LocalAddresses } from '../addresses.ts';
import { LOCAL } from '../addresses.ts';
import { sendAnswer } from '../http-api/response.ts';
import { escapeHtml } from './page.ts';

/** What `?…` may set on the script tag, as a shop's own template would. */
const attributes = ['theme', 'side', 'user-id', 'user-hash', 'user-email', 'user-name'] as const;

/**
 * Somebody's shop with the chat on it, under as strict a content policy as a page can have: no inline script or style,
 * nothing from elsewhere but what docs/channels/chat.md says the widget needs, and Trusted Types.
 */
export function sendShop(
  response: ServerResponse,
  { base, aws }: Pick<LocalAddresses, 'base' | 'aws'>,
  asked: { readonly connection: string | undefined; readonly query: URLSearchParams },
): void {
  const policy = [
    "default-src 'none'",
    `script-src ${base}`,
    `style-src ${base}`,
    `connect-src ${base} ${base.replace('http', 'ws')} ${aws}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  sendAnswer(response, {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy.join('; '),
    },
    body: shop(base, asked),
  });
}

export function sendShopStyle(response: ServerResponse): void {
  const headers = { 'content-type': 'text/css; charset=utf-8' };
  sendAnswer(response, { status: 200, headers, body: style });
}

/** The id of the chat connection, as the functions are told it; undefined on a desk without one. */
export function chatConnectionIn({ functions }: Pick<DeskModel, 'functions'>): string | undefined {
  const told = functions.flatMap(({ environment }) => Object.values(environment)).join(' ');
  return /"id":"([a-z0-9-]+)"[^{}]*"channel":"chat"/.exec(told)?.[1];
}

function shop(
  base: string,
  {
    connection,
    query,
  }: { readonly connection: string | undefined; readonly query: URLSearchParams },
): string {
  const given = attributes.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [`data-${name}="${escapeHtml(value)}"`];
  });
  const tag = `<script src="${base}/chat.js" data-connection="${connection ?? ''}" ${given.join(' ')} async></script>`;
  const language = query.get('lang') === 'ru' ? 'ru' : 'en';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>A shop · Firstline local</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${LOCAL.shop}/shop.css">
</head><body>
<header><strong>Kopilka</strong> <nav><a href="?lang=en">English</a> <a href="?lang=ru">Русский</a></nav></header>
<main>${language === 'ru' ? russian : english}</main>
${connection === undefined ? '<p>This desk has no chat.</p>' : tag}
</body></html>`;
}

const english = `<h1>Money back for what you buy anyway</h1>
<p>This page stands for somebody's shop. The round button is the chat: one script tag, under a content policy that allows no inline script or style.</p>`;
const russian = `<h1>Деньги назад за обычные покупки</h1>
<p>Эта страница изображает чей-то магазин. Круглая кнопка открывает чат: один тег script при политике содержимого, которая не пускает ни встроенных скриптов, ни стилей.</p>`;

const style = `:root{color-scheme:light dark}
body{font:18px/1.6 Georgia,serif;margin:0 auto;padding:1.5rem;max-width:46rem}
header{display:flex;justify-content:space-between;border-bottom:1px solid;padding-bottom:.5rem}
nav{display:flex;gap:1rem}
a{color:inherit}
button,p{letter-spacing:.02em}
`;
