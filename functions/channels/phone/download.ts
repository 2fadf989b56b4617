import type { Download } from '../download.ts';
import { FetchRefused } from '../http/fetch-file.ts';

export const downloadPhone: Download = async () => {
  throw new FetchRefused('phone.not-built', true);
};
