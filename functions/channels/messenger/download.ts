import type { Download } from '../download.ts';
import { FetchRefused } from '../http/fetch-file.ts';

export const downloadMessenger: Download = async () => {
  throw new FetchRefused('messenger.not-built', true);
};
