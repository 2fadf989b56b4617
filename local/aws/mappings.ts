import { mappingArn, type Place } from './arn.ts';
import type { AwsCallbacks, MappingState } from './contract.ts';
import { AwsError, notEmulated } from './gateway/aws-error.ts';
import type { Service } from './gateway/call.ts';
import { parseJson, restAnswer, restRefusal } from './gateway/json-protocol.ts';

const path = /^\/2015-03-31\/event-source-mappings\/?([^/]*)$/;

/** The part of Lambda's API that pauses and resumes a queue. */
export function lambdaService(
  callbacks: Pick<AwsCallbacks, 'listMappings' | 'updateMapping'>,
  place: Place,
): Service {
  const all = (): readonly MappingState[] => callbacks.listMappings?.() ?? [];

  function existing(uuid: string): MappingState {
    const mapping = all().find(({ UUID }) => UUID === uuid);
    if (mapping) return mapping;
    throw new AwsError('ResourceNotFoundException', 'The resource you requested does not exist.', {
      status: 404,
    });
  }

  return {
    answer(call) {
      const uuid = path.exec(decodeURIComponent(call.path))?.[1];
      if (uuid === undefined) throw notEmulated('Lambda', `${call.method} ${call.path}`);
      if (uuid === '' && call.method === 'GET') {
        call.caller.require('lambda:ListEventSourceMappings', '*');
        const source = call.query.get('EventSourceArn');
        const name = call.query.get('FunctionName');
        const found = all()
          .filter(({ EventSourceArn }) => source === null || EventSourceArn === source)
          .filter(
            ({ FunctionArn }) =>
              name === null || FunctionArn.split(':').includes(name) || FunctionArn === name,
          );
        return restAnswer({ EventSourceMappings: found });
      }
      const action =
        call.method === 'GET'
          ? 'GetEventSourceMapping'
          : call.method === 'PUT'
            ? 'UpdateEventSourceMapping'
            : '';
      if (action === '' || uuid === '') throw notEmulated('Lambda', `${call.method} ${call.path}`);
      const context = all()
        .filter(({ UUID }) => UUID === uuid)
        .map(({ FunctionArn }) => FunctionArn);
      call.caller.require(`lambda:${action}`, mappingArn(place, uuid), {
        'lambda:FunctionArn': context,
      });
      const mapping = existing(uuid);
      if (action === 'GetEventSourceMapping') return restAnswer(mapping);

      const { Enabled, BatchSize, FunctionName: _, ...others } = parseJson(call.body);
      const [strange] = Object.keys(others);
      if (strange) throw notEmulated('Lambda', `changing a mapping's ${strange}`);
      const changed = callbacks.updateMapping?.(uuid, {
        enabled: typeof Enabled === 'boolean' ? Enabled : undefined,
        batchSize: typeof BatchSize === 'number' ? BatchSize : undefined,
      });
      return restAnswer(changed ?? mapping, 202);
    },
    refuse: restRefusal,
  };
}
