import type { Reach } from '../../../../schemas/api/views.ts';
import { texts } from '../../../texts/texts.ts';

/** Why a file cannot go that way, in a sentence that says what to do; undefined when it can. */
export const fileRefusal = (
  { name, size }: { name: string; size: number },
  { channel, fileBytesMax }: Pick<Reach, 'channel' | 'fileBytesMax'>,
): string | undefined => {
  if (size <= fileBytesMax) return undefined;
  const words = texts.value.reach;
  const channelName = texts.value.channel[channel];
  if (fileBytesMax === 0) return words.noFiles(channelName);
  const megabytes = (fileBytesMax / 1024 / 1024).toFixed(1).replace('.0', '');
  return words.fileTooLarge(name, channelName, megabytes);
};
