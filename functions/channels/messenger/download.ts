import { downloadMessaging } from '../meta/messaging/download.ts';
import { messengerCapabilities } from './capabilities.ts';

export const downloadMessenger = downloadMessaging(messengerCapabilities.fileBytesIn);
