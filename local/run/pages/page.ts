import type { ServerResponse } from 'node:http';
import { sendAnswer } from '../http-api/response.ts';

/** The one look of the runner's own pages. Everything inside must be escaped already. */
export function page(parts: { title: string; body: string; style?: string }): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(parts.title)} · Firstline local</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  :root{color-scheme:light dark;--line:light-dark(#d5d9e0,#3a404b);--card:light-dark(#fff,#1d2129);
    --quiet:light-dark(#5b6472,#a3acba);--accent:light-dark(#1f5fd1,#7fb0ff);--page:light-dark(#f5f6f8,#14171c)}
  body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;padding:1.5rem;max-width:70rem;background:var(--page)}
  h1{font-size:1.4rem} a{color:var(--accent)} table{border-collapse:collapse;width:100%;background:var(--card)}
  th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
  nav{display:flex;gap:1rem;margin-bottom:1rem} .quiet{color:var(--quiet)}
  pre{overflow:auto;background:var(--card);padding:1rem;border:1px solid var(--line);white-space:pre-wrap;overflow-wrap:anywhere}
  iframe{width:100%;min-height:28rem;border:1px solid var(--line);background:#fff}
${parts.style ?? ''}</style></head><body>${parts.body}</body></html>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export function sendPage(response: ServerResponse, html: string, status = 200): void {
  sendAnswer(response, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: html,
  });
}
