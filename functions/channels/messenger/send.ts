import { type FileRule, partsOf } from '../meta/messaging/parts.ts';
import { sendMessaging } from '../meta/messaging/send.ts';
import type { Send } from '../outgoing.ts';
import { splitText } from '../split-text.ts';
import { messengerCapabilities } from './capabilities.ts';

const { textMax, fileBytesOut: bytesMax } = messengerCapabilities;

/** Whatever is no picture, sound or film is a file. */
const fileRules: readonly FileRule[] = [
  { type: 'image', of: /^image\/(jpeg|png|gif)$/, bytesMax },
  { type: 'audio', of: /^audio\//, bytesMax },
  { type: 'video', of: /^video\//, bytesMax },
  { type: 'file', of: /./, bytesMax },
];

export const sendMessenger: Send = (outgoing, ports) =>
  sendMessaging(outgoing, ports, {
    channel: 'messenger',
    base: ports.bases.graph,
    parts: partsOf(outgoing.message, (text) => splitText(text, textMax), fileRules),
    hasMetadata: true,
  });
