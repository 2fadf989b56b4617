import { downloadMessaging } from '../meta/messaging/download.ts';
import { instagramCapabilities } from './capabilities.ts';

export const downloadInstagram = downloadMessaging(instagramCapabilities.fileBytesIn);
