import type * as z from 'zod';
import type { EntryView, MessageView } from '../../../../schemas/api/views.ts';
import type { Message, TimelineEntry } from '../../../../schemas/timeline.ts';

/** Storage keys are stripped when the answer is parsed; here only what the keys tell is added. */
export const messageView = (message: Message): z.input<typeof MessageView> => ({
  ...message,
  isCut: message.bodyKey !== undefined,
  hasRaw: message.rawKey !== undefined,
});

export const entryView = (entry: TimelineEntry): z.input<typeof EntryView> =>
  entry.type === 'message' ? messageView(entry) : entry;
