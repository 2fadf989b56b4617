import type { Download } from '../download.ts';
import { FetchRefused } from '../http/fetch-file.ts';

export const downloadVk: Download = async () => {
  throw new FetchRefused('vk.not-built', true);
};
