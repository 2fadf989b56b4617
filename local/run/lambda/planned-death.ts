import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Fault } from './protocol.ts';

/** Node tells these channels about every request, whichever library makes it. */
const channels = {
  'before-call': ['http.client.request.created', 'undici:request:create'],
  'after-answer': ['http.client.response.finish', 'undici:request:headers'],
};

/** Ends this thread at the planned call. The answered function calls the plan off. */
export function planDeath(fault: Fault): () => void {
  let calls = 0;
  const count = (): void => {
    calls += 1;
    if (calls === fault.call) process.exit(1);
  };
  for (const channel of channels[fault.dies]) subscribe(channel, count);
  return () => {
    for (const channel of channels[fault.dies]) unsubscribe(channel, count);
  };
}
