import { type FileRule, partsOf } from '../meta/messaging/parts.ts';
import { sendMessaging } from '../meta/messaging/send.ts';
import type { Send } from '../outgoing.ts';
import { graphBase } from './graph-base.ts';
import { splitBytes } from './split-bytes.ts';

const megabyte = 1024 * 1024;

/** Instagram takes no other files. */
const fileRules: readonly FileRule[] = [
  { type: 'image', of: /^image\/(jpeg|png|gif)$/, bytesMax: 8 * megabyte },
  { type: 'audio', of: /^audio\/(aac|mp4|x-m4a|m4a|wav|x-wav)$/, bytesMax: 25 * megabyte },
  { type: 'video', of: /^video\/(mp4|ogg|x-msvideo|quicktime|webm)$/, bytesMax: 25 * megabyte },
  { type: 'file', of: /^application\/pdf$/, bytesMax: 25 * megabyte },
];

export const sendInstagram: Send = (outgoing, ports) =>
  sendMessaging(outgoing, ports, {
    channel: 'instagram',
    base: graphBase(outgoing.connection, ports.bases),
    parts: partsOf(outgoing.message, splitBytes, fileRules),
    hasMetadata: false,
  });
