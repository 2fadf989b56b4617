import { maxMessageBytes } from '../../../schemas/attachment.ts';
import { FetchRefused, fetchFile } from '../../channels/http/fetch-file.ts';
import { TelegramCredentials } from '../../channels/telegram/credentials.ts';
import { downloadTelegramFile } from '../../channels/telegram/download.ts';
import type { Inbound } from '../../desk/inbound.ts';

type Downloading = {
  readonly secretOf: (connectionId: string) => Promise<unknown>;
  readonly telegramApiBase: string;
};

/** Fetches a file by the reference its channel gave. @throws FetchRefused */
export const fileDownloader =
  ({ secretOf, telegramApiBase }: Downloading) =>
  async (ref: string, { channel, connectionId }: Inbound): Promise<Uint8Array> => {
    if (channel === 'webhook')
      return fetchFile(ref, { maxBytes: maxMessageBytes, timeoutMs: 10_000 });
    if (channel !== 'telegram') throw new FetchRefused('channel-has-no-files', true);
    const { botToken } = TelegramCredentials.parse(await secretOf(connectionId));
    return downloadTelegramFile({ fetch, base: telegramApiBase, token: botToken }, ref);
  };
