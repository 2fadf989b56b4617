import type { Download } from '../download.ts';
import { FetchRefused } from '../http/fetch-file.ts';

export const downloadWhatsApp: Download = async () => {
  throw new FetchRefused('whatsapp.not-built', true);
};
