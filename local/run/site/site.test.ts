import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { matchesPath } from './path-pattern.ts';
import { ViewerFunction } from './viewer-function.ts';

describe('path patterns', () => {
  it.each([
    ['/api/*', '/api/tickets/1', true],
    ['api/*', '/api/x', true],
    ['/api/*', '/apix', false],
    ['*.js', '/assets/app.js', true],
    ['*', '/anything', true],
    ['/page-?', '/page-1', true],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(matchesPath(pattern, path)).toBe(expected);
  });
});

describe('a viewer function', () => {
  const ask = (source: string, url: string) => {
    const request = { method: 'GET', url, headers: { host: 'desk' }, socket: {} };
    // Only these four fields of a request are read.
    return new ViewerFunction(source).run(
      request as unknown as IncomingMessage,
      'd.cloudfront.net',
    );
  };

  it('rewrites the address', async () => {
    const source =
      "function handler(event) { event.request.uri = '/index.html'; return event.request; }";

    expect(await ask(source, '/tickets/1?a=b')).toEqual({ kind: 'request', uri: '/index.html' });
  });

  it('answers by itself, also asynchronously', async () => {
    const source =
      "async function handler(event) { return { statusCode: 302, headers: { location: { value: '/' + event.request.querystring.a.value } } }; }";

    expect(await ask(source, '/x?a=b')).toMatchObject({
      kind: 'answer',
      status: 302,
      headers: { location: '/b' },
    });
  });
});
