import { aTable, standWith } from './test-stand.ts';

// Runs the services in a process of its own, for a test that kills it, and prints how to reach them.
const stand = await standWith({
  dataFolder: process.argv[2],
  queues: [{ name: 'q', visibilityTimeoutSeconds: 1 }],
  buckets: [{ name: 'b' }],
  tables: [aTable],
});
process.once('SIGTERM', () => void stand.stop());
process.stdout.write(`${JSON.stringify(stand.operator)}\n`);
