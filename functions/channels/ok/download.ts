import type { Download } from '../download.ts';
import { FetchRefused } from '../http/fetch-file.ts';

export const downloadOk: Download = async () => {
  throw new FetchRefused('ok.not-built', true);
};
