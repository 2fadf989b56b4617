import type { Send } from '../outgoing.ts';

export const sendVk: Send = async () => ({
  kind: 'failed',
  error: 'vk: not built',
  permanent: false,
});
