import type { QueueAccess } from '../access.ts';
import type { QueueDefinition } from '../contract.ts';
import type { Queues } from './queues.ts';

/** The queues without HTTP, for the mappings that feed functions from them. */
export function queueAccess(queues: Queues): QueueAccess {
  function existing(name: string): QueueDefinition {
    const queue = queues.definitionOf(name);
    if (!queue) throw new Error(`There is no queue ${name}.`);
    return queue;
  }

  return {
    async send(name, body, delaySeconds) {
      const [id = ''] = await queues.send(existing(name), [{ body, delaySeconds }], 'local');
      return id;
    },
    receive: async (name, options) => queues.receive(existing(name), options),
    remove: async (name, receiptHandles) => queues.remove(existing(name), receiptHandles),
    async changeVisibility(name, receiptHandles, seconds) {
      const queue = existing(name);
      for (const handle of receiptHandles) queues.changeVisibility(queue, handle, seconds);
    },
    visibleAt: (name, handle) => queues.visibleAt(existing(name), handle),
    depth: (name) => queues.depth(existing(name).name),
  };
}
