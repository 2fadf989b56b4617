import type { Downloading } from '../download.ts';
import { FetchRefused, fetchFile } from '../http/fetch-file.ts';
import { basicAuth } from './account.ts';
import { TwilioCredentials } from './credentials.ts';

/** Where Twilio says its own files are, whatever address the desk reaches it by. */
const publicBase = /^https:\/\/api(?:\.[a-z0-9-]+)*\.twilio\.com\/2010-04-01(?=\/)/;

type Fetching = Pick<Downloading, 'secret' | 'bases'> & {
  readonly accountSid: string;
  readonly maxBytes: number;
};

/**
 * A file of Twilio's, with the account's credentials; it leads on to a store of signed addresses, which is not shown
 * them. An address elsewhere gets none. @throws FetchRefused
 */
export async function fetchMedia(
  ref: string,
  { secret, bases, accountSid, maxBytes }: Fetching,
): Promise<Uint8Array> {
  const url = ref.replace(publicBase, bases.twilio);
  if (!url.startsWith(`${bases.twilio}/`)) throw new FetchRefused('twilio.elsewhere', true);
  const { authTokens } = TwilioCredentials.parse(secret);
  let refusal = new FetchRefused('twilio.no-token', false);
  for (const token of authTokens) {
    try {
      return await fetchFile(url, {
        maxBytes,
        timeoutMs: 30_000,
        trustedOrigins: [new URL(bases.twilio).origin],
        headers: { authorization: basicAuth(accountSid, token) },
      });
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      refusal = error;
      if (error.code !== 'http-401') break;
    }
  }
  // A token that is wrong today is mended tomorrow.
  throw refusal.code === 'http-401' ? new FetchRefused('http-401', false) : refusal;
}
