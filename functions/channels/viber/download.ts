import type { Download } from '../download.ts';
import { FetchRefused } from '../http/fetch-file.ts';

export const downloadViber: Download = async () => {
  throw new FetchRefused('viber.not-built', true);
};
