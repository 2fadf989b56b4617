import type { Send } from '../outgoing.ts';

export const sendWhatsApp: Send = async () => ({
  kind: 'failed',
  error: 'whatsapp: not built',
  permanent: false,
});
