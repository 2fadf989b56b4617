import type { Download } from '../download.ts';
import { FetchRefused } from '../http/fetch-file.ts';

export const downloadSms: Download = async () => {
  throw new FetchRefused('sms.not-built', true);
};
