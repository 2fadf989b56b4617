import type { Place } from './arn.ts';
import type { AwsCallbacks } from './contract.ts';
import { AwsError, notEmulated } from './gateway/aws-error.ts';
import type { Service } from './gateway/call.ts';
import { restAnswer, restRefusal } from './gateway/json-protocol.ts';

/** API Gateway sends at most 128 KB in one message. */
const maximumPushBytes = 131_072;

/**
 * API Gateway's management API for WebSockets. A client's endpoint is
 * `<gateway>/execute-api/<api id>/<stage>`, in AWS `https://<api id>.execute-api…/<stage>`.
 */
export function connectionsService(
  callbacks: Pick<AwsCallbacks, 'postToConnection' | 'closeConnection'>,
  place: Place,
): Service {
  return {
    answer(call) {
      const path = decodeURIComponent(call.path);
      const [, api, stage, id] = /([^/]+)\/([^/]+)\/@connections\/([^/]+)$/.exec(path) ?? [];
      if (!api || !stage || !id) throw notEmulated('API Gateway', path);
      const { post, close } = {
        post: callbacks.postToConnection,
        close: callbacks.closeConnection,
      };
      const arn = `arn:aws:execute-api:${place.region}:${place.account}:${api}/${stage}/${call.method}/@connections/${id}`;
      call.caller.require('execute-api:ManageConnections', arn);
      if (call.body.length > maximumPushBytes) {
        throw new AwsError('PayloadTooLargeException', 'Message too long', { status: 413 });
      }
      const outcome =
        call.method === 'POST'
          ? post?.(id, call.body)
          : call.method === 'DELETE'
            ? close?.(id)
            : undefined;
      if (outcome === undefined) throw notEmulated('API Gateway', `${call.method} @connections`);
      if (outcome === 'gone') throw new AwsError('GoneException', 'Gone', { status: 410 });
      return restAnswer(undefined, call.method === 'DELETE' ? 204 : 200);
    },
    refuse: restRefusal,
  };
}
