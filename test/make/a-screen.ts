import { WebSocket } from 'ws';
import { PushMessage, type ScreenFrame } from '../../schemas/push.ts';
import type { Staff } from './staff.ts';

/** An agent's open screen: what the desk pushed to it, oldest first. */
export type Screen = {
  readonly heard: readonly PushMessage[];
  readonly say: (frame: ScreenFrame) => void;
  readonly close: () => void;
};

export async function aScreen(staff: Staff): Promise<Screen> {
  const { body } = await staff.post<{ url: string }>('/api/push', {});
  const socket = new WebSocket(body.url);
  const heard: PushMessage[] = [];
  socket.on('message', (data) => heard.push(PushMessage.parse(JSON.parse(String(data)))));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    heard,
    say: (frame) => socket.send(JSON.stringify(frame)),
    close: () => socket.close(),
  };
}
