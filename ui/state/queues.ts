import { signal } from '@preact/signals';
import type { Output } from '../api/client.ts';
import { call } from './desk.ts';

/** How long every queue is; read again when something changed, at most every two seconds. */
export const queues = signal<Output<'listQueues'>['queues']>([]);

let running = false;
let again = false;

export const refreshQueues = async (): Promise<void> => {
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    queues.value = (await call('listQueues', {})).queues;
  } catch {
    // The connection's banner says so; the numbers of before stay.
  } finally {
    setTimeout(() => {
      running = false;
      if (again) {
        again = false;
        void refreshQueues();
      }
    }, 2000);
  }
};
