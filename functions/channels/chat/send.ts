import type { Send } from '../outgoing.ts';

/**
 * The answer is in the conversation already, and relay has pushed it to whoever has the widget open: what is stored
 * is sent. The widget's receipts make it delivered and read; what nobody received goes by mail a while later
 * (`deliver/mail-copy.ts`).
 */
export const sendChat: Send = async ({ message }) => ({
  kind: 'sent',
  providerId: message.id,
  pointers: [],
});
