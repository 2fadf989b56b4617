import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testBases } from '../../../test/make/provider-bases.ts';
import { fetchMedia } from './media.ts';

const accountSid = 'AC00000000000000000000000000000001';
const path = `/2010-04-01/Accounts/${accountSid}/Messages/MM1/Media/ME1`;
const passwordOf = ({ headers }: IncomingMessage) =>
  Buffer.from(headers.authorization?.split(' ')[1] ?? '', 'base64').toString();

describe('a file of Twilio’s', () => {
  let twilio: Server;
  let origin = '';
  let asked: string[] = [];
  beforeEach(async () => {
    asked = [];
    twilio = createServer((request, response) => {
      asked.push(`${request.url} ${passwordOf(request)}`);
      response.writeHead(passwordOf(request).endsWith(':right') ? 200 : 401).end('bytes');
    });
    await new Promise<void>((resolve) => twilio.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(twilio.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((resolve) => twilio.close(resolve)));

  const fetchIt = (ref: string, authTokens = ['right']) =>
    fetchMedia(ref, {
      secret: { authTokens },
      bases: { ...testBases, twilio: `${origin}/2010-04-01` },
      accountSid,
      maxBytes: 100,
    });

  it.each(['api.twilio.com', 'api.ie1.twilio.com', 'api.dublin.ie1.twilio.com'])(
    'at %s is fetched where the settings say Twilio is',
    async (host) => {
      expect(Buffer.from(await fetchIt(`https://${host}${path}`)).toString()).toBe('bytes');

      expect(asked).toEqual([`${path} ${accountSid}:right`]);
    },
  );

  it('is fetched with the second token while one is rotated', async () => {
    await fetchIt(`https://api.twilio.com${path}`, ['gone', 'right']);

    expect(asked).toHaveLength(2);
  });

  it('may come later when no token is right: somebody will mend it', async () => {
    await expect(fetchIt(`https://api.twilio.com${path}`, ['gone'])).rejects.toMatchObject({
      code: 'http-401',
      isPermanent: false,
    });
  });

  it.each([
    `https://api.twilio.com.evil.example${path}`,
    'https://evil.example/2010-04-01/x',
    'https://api.twilio.com@evil.example/2010-04-01/x',
  ])('is none at %s: our credentials go nowhere else', async (ref) => {
    await expect(fetchIt(ref)).rejects.toMatchObject({ code: 'twilio.elsewhere' });

    expect(asked).toEqual([]);
  });
});
