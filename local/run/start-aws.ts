import { join } from 'node:path';
import type { AwsServices, ChaosOptions } from '../aws/contract.ts';
import { startAwsServices } from '../aws/start-aws.ts';
import type { DeskModel } from '../template/model.ts';
import type { FunctionSet } from './function-set.ts';
import { routeMailEvent } from './mail-events.ts';
import type { MappingSet } from './mappings/mapping-set.ts';
import { rememberedPort, rememberPort } from './remembered-port.ts';
import type { WebSocketApi } from './websocket/web-socket-api.ts';

/** Functions and mappings need AWS, and AWS calls back to them: it finds them here once they exist. */
export type Late = {
  functions?: FunctionSet;
  mappings?: MappingSet;
  sockets: Map<string, WebSocketApi>;
};

export async function startAws(options: {
  model: DeskModel;
  dataFolder: string;
  chaos?: ChaosOptions;
  warn: (message: string) => void;
  late: Late;
}): Promise<AwsServices> {
  const { model, dataFolder, chaos, warn, late } = options;
  const aws: AwsServices = await startAwsServices({
    ...model,
    port: await rememberedPort(dataFolder),
    dataFolder: join(dataFolder, 'aws'),
    databaseEndpoint: process.env['LOCAL_DYNAMODB_ENDPOINT'],
    chaos,
    warn,
    callbacks: {
      mailEvent: (event) => {
        if (!late.functions) return;
        void routeMailEvent(event, { model, aws, functionNamed: late.functions.named });
      },
      postToConnection: (id, data) =>
        [...late.sockets.values()].some((api) => api.post(id, data) === 'sent') ? 'sent' : 'gone',
      closeConnection: (id) =>
        [...late.sockets.values()].some((api) => api.close(id) === 'closed') ? 'closed' : 'gone',
      listMappings: () => late.mappings?.list() ?? [],
      updateMapping: (uuid, change) => late.mappings?.update(uuid, change),
    },
  });
  rememberPort(dataFolder, aws.endpoint);
  return aws;
}
