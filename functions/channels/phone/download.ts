import { setTimeout as wait } from 'node:timers/promises';
import type { Download, Downloading } from '../download.ts';
import { FetchRefused, fetchFile } from '../http/fetch-file.ts';
import { fetchMedia } from '../twilio/media.ts';
import { phoneCapabilities } from './capabilities.ts';

const maxBytes = phoneCapabilities.fileBytesIn;
/** Twilio tells of a recording some seconds before it can be fetched. */
const pauses = [1000, 3000];

/** A recording: Twilio's with the account's credentials, a call log's by the public address that it gave. */
export const downloadPhone: Download = async (ref, context) => {
  const { connection } = context;
  if (connection.channel === 'phone' && connection.provider === 'twilio')
    return recording(ref, context, connection.accountSid);
  if (connection.channel === 'phone' && connection.provider === 'call-log')
    return fetchFile(ref, { maxBytes, timeoutMs: 30_000 });
  throw new FetchRefused('phone.no-recordings', true);
};

async function recording(
  ref: string,
  { secret, bases }: Downloading,
  accountSid: string,
): Promise<Uint8Array> {
  for (const pause of [...pauses, undefined]) {
    try {
      return await fetchMedia(ref, { secret, bases, accountSid, maxBytes });
    } catch (error) {
      if (!(error instanceof FetchRefused) || error.code !== 'http-404') throw error;
    }
    if (pause !== undefined) await wait(pause);
  }
  // The queue brings it again in minutes.
  throw new FetchRefused('http-404', false);
}
