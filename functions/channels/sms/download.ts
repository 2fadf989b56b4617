import type { Download } from '../download.ts';
import { FetchRefused } from '../http/fetch-file.ts';
import { fetchMedia } from '../twilio/media.ts';
import { smsCapabilities } from './capabilities.ts';

/** A picture or card of an MMS, by its `MediaUrl`. */
export const downloadSms: Download = async (ref, { connection, secret, bases }) => {
  if (connection.channel !== 'sms') throw new FetchRefused('sms.other-channel', true);
  const { accountSid } = connection;
  return fetchMedia(ref, { secret, bases, accountSid, maxBytes: smsCapabilities.fileBytesIn });
};
