import type { Download } from '../download.ts';
import { FetchRefused } from '../http/fetch-file.ts';

export const downloadInstagram: Download = async () => {
  throw new FetchRefused('instagram.not-built', true);
};
