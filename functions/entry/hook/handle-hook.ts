import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { HookChannel } from '../../../schemas/primitives.ts';
import type { HookAnswer, HookRequest } from '../../channels/channel.ts';
import { faultAnswers } from '../../channels/registry/fault-answers.ts';
import { verifiers } from '../../channels/registry/verifiers.ts';
import { summarize } from '../../observe/context.ts';
import { log } from '../../observe/log.ts';
import { metric } from '../../observe/metric.ts';
import type { HookDeps } from './hook-deps.ts';
import { storeDelivery } from './store-delivery.ts';

/** No provider's event comes near; Lambda itself takes 6 MB. */
const bodyBytesMax = 4 * 1024 * 1024;

/**
 * `POST /hooks/{channel}/{connection}`: proves the request, makes it durable, answers what the channel wants.
 * What cannot be stored is answered 503, so that the channel brings it again.
 */
export const handleHook =
  (deps: HookDeps) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const [channelName, connectionId = ''] = event.rawPath.split('/').slice(-2);
    const connection = deps.connections.find(({ id }) => id === connectionId);
    summarize({ channel: channelName, connectionId: connection?.id });
    if (!connection || connection.channel !== channelName || !isHookChannel(channelName))
      return refuse({ status: 404 }, 'hook.unknown-connection');
    const request = requestOf(event, deps.appUrl);
    if (request.body.length > bodyBytesMax) return refuse({ status: 413 }, 'hook.too-large');
    try {
      const secret = await deps.secretOf(connectionId);
      const verification = verifiers[channelName](request, {
        connection,
        secret,
        now: deps.now(),
      });
      if (verification.verdict === 'refused') return refuse(verification.answer, verification.code);
      if (verification.verdict === 'accepted')
        await storeDelivery(deps, {
          channel: channelName,
          connectionId,
          headers: verification.keep,
          body: request.body,
        });
      return answerOf(verification.answer);
    } catch (error) {
      log.error('hook.not-stored', { channel: channelName, connectionId }, error);
      return answerOf(faultAnswers[channelName]?.(request, connection) ?? { status: 503 });
    }
  };

const isHookChannel = (name: string | undefined): name is HookChannel =>
  HookChannel.safeParse(name).success;

function requestOf(event: APIGatewayProxyEventV2, appUrl: string): HookRequest {
  const { http } = event.requestContext;
  return {
    method: http.method,
    headers: Object.fromEntries(
      Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value ?? '']),
    ),
    query: Object.fromEntries(new URLSearchParams(event.rawQueryString)),
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    url: `${appUrl}${event.rawPath}${event.rawQueryString === '' ? '' : `?${event.rawQueryString}`}`,
    sourceIp: http.sourceIp,
  };
}

function refuse(answer: HookAnswer, code: string): APIGatewayProxyStructuredResultV2 {
  log.warn('hook.refused', { because: code, status: answer.status });
  metric({ name: 'HookRefused', value: 1 });
  return answerOf(answer);
}

const answerOf = ({ status, body = '', contentType }: HookAnswer) => ({
  statusCode: status,
  headers: { ...(contentType && { 'content-type': contentType }), 'cache-control': 'no-store' },
  body,
});
