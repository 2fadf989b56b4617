import * as z from 'zod';
import type { Download } from '../download.ts';
import { FetchRefused, fetchFile } from '../http/fetch-file.ts';
import { botOf, call } from './call.ts';
import { telegramCapabilities } from './capabilities.ts';

/** Telegram may leave the path out ("Optional"); nothing can be fetched then. */
const FilePath = z.object({ file_path: z.string() });

/** By `file_id`. The file's address contains the bot's token, so it is neither stored nor logged. */
export const downloadTelegram: Download = async (fileId, downloading) => {
  const bot = botOf(downloading);
  if (!bot) throw new FetchRefused('telegram: no bot token is set', false);
  const outcome = await call(bot, 'getFile', { file_id: fileId });
  if ('fault' in outcome)
    throw new FetchRefused(outcome.fault.error, outcome.fault.kind === 'failed');
  const found = FilePath.safeParse(outcome.result);
  if (!found.success) throw new FetchRefused('telegram: no file path', false);
  return fetchFile(`${bot.base}/file/bot${bot.token}/${found.data.file_path}`, {
    maxBytes: telegramCapabilities.fileBytesIn,
    timeoutMs: 30_000,
    trustedOrigins: [new URL(bot.base).origin],
  });
};
