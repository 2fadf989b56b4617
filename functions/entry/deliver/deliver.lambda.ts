import { OutboundJob } from '../../../schemas/queue.ts';
import { lambda } from '../../observe/lambda.ts';
import { consumeBatch } from '../../queue/batch.ts';
import { deliverDeps } from './deps.ts';
import { readDeliverEnv } from './env.ts';
import { handleOutbound } from './handle-outbound.ts';

export const handler = lambda('deliver', () =>
  consumeBatch({
    parse: (body) => OutboundJob.parse(JSON.parse(body)),
    handle: handleOutbound(deliverDeps(readDeliverEnv())),
  }),
);
