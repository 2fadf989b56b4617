import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Chaos } from '../chaos.ts';
import type { Access } from '../iam/access.ts';
import { AwsError } from './aws-error.ts';
import type { Answer, Call, Caller, Service } from './call.ts';
import { type Claim, claimOf } from './identify.ts';
import { jsonRefusal } from './json-protocol.ts';
import type { Keyring } from './keys.ts';
import { checkPresigned } from './presigned.ts';
import { readBody } from './read-body.ts';

export interface Gateway {
  /** By the service name of the credential scope. */
  services: Readonly<Record<string, Service>>;
  /** Answers S3's preflights, which are never signed, also those for a signed link. */
  unsigned: Service & { isMine: (request: IncomingMessage) => boolean };
  keyring: Keyring;
  access: Access;
  chaos?: Chaos;
  warn: (message: string) => void;
}

/** One loopback address for all services, told apart as AWS tells them: by the signature's scope. */
export function serveGateway(gateway: Gateway): Server {
  const server = createServer((request, response) => {
    void handle(gateway, request, response).catch((error) => {
      gateway.warn(`local AWS: ${String(error)}`);
      response.destroy();
    });
  });
  // SDK clients hold sockets between invocations; the default of 5 s would reset them at random.
  server.keepAliveTimeout = 120_000;
  server.requestTimeout = 0;
  return server;
}

async function handle(
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '/', search] = (request.url ?? '/').split('?', 2);
  const query = new URLSearchParams(search);
  // A browser asks before it uses a signed link, with the link's query but not its method: nothing to check.
  const claim = gateway.unsigned.isMine(request) ? undefined : claimOf(request, query);
  const service = claim ? gateway.services[claim.service] : gateway.unsigned;
  let answer: Answer;
  try {
    answer = await answerOf(gateway, { request, response, path, query, claim, service });
  } catch (error) {
    answer = refusalOf(gateway, service, error);
  }
  write(response, request, answer);
}

interface Incoming {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  query: URLSearchParams;
  claim: Claim | undefined;
  service: Service | undefined;
}

async function answerOf(gateway: Gateway, incoming: Incoming): Promise<Answer> {
  const { request, response, path, query, claim, service } = incoming;
  const body = await readBody(request);
  if (!claim) {
    if (gateway.unsigned.isMine(request)) {
      return gateway.unsigned.answer(callOf({ request, response, path, query, body }, anonymous));
    }
    throw new AwsError('MissingAuthenticationToken', 'Missing Authentication Token', {
      status: 403,
    });
  }
  if (!service) {
    throw new AwsError('NotImplemented', `There is no local stand-in for ${claim.service}.`, {
      status: 501,
    });
  }
  const caller = gateway.access.callerOf(gateway.keyring.roleOf(claim.accessKeyId) ?? '');
  if (!caller) {
    throw new AwsError(
      claim.service === 's3' ? 'InvalidAccessKeyId' : 'UnrecognizedClientException',
      'The AWS Access Key Id you provided does not exist in our records.',
      { status: 403 },
    );
  }
  if (claim.isPresigned) {
    const secret = gateway.keyring.secretOf(claim.accessKeyId) ?? '';
    const { method = 'GET', headers } = request;
    checkPresigned({ method, path, query, headers }, secret, Date.now());
  }
  if (gateway.chaos && !caller.isOperator) {
    await gateway.chaos.delay();
    if (gateway.chaos.throttles()) throw throttled(claim.service);
  }
  return service.answer(callOf({ request, response, path, query, body }, caller));
}

function callOf(
  parts: Pick<Incoming, 'request' | 'response' | 'path' | 'query'> & { body: Buffer },
  caller: Caller,
): Call {
  const { request, response, path, query, body } = parts;
  const target = request.headers['x-amz-target']?.toString() ?? '';
  return {
    method: request.method ?? 'GET',
    path,
    query,
    headers: request.headers,
    body,
    operation: target.slice(target.indexOf('.') + 1),
    caller,
    // Made only when asked for: one call in a hundred is a long poll.
    get gone() {
      const controller = new AbortController();
      response.once('close', () => controller.abort());
      return controller.signal;
    },
  };
}

const anonymous: Caller = {
  name: 'anonymous',
  isOperator: false,
  can: () => false,
  require() {
    throw new AwsError('AccessDenied', 'Access Denied', { status: 403 });
  },
};

/** Throttling in each service's own words. */
function throttled(service: string): AwsError {
  const text = 'Rate exceeded (injected by --chaos)';
  if (service === 'dynamodb') return new AwsError('ProvisionedThroughputExceededException', text);
  if (service === 's3') return new AwsError('SlowDown', text, { status: 503 });
  if (service === 'ses') return new AwsError('TooManyRequestsException', text, { status: 429 });
  if (service === 'sqs') return new AwsError('RequestThrottled', text);
  return new AwsError('ThrottlingException', text, { status: service === 'lambda' ? 429 : 400 });
}

function refusalOf(gateway: Gateway, service: Service | undefined, error: unknown): Answer {
  const refuse = service?.refuse ?? jsonRefusal;
  if (error instanceof AwsError) return refuse(error);
  gateway.warn(`local AWS: ${error instanceof Error ? error.stack : String(error)}`);
  return refuse(new AwsError('InternalError', 'The local stand-in failed.', { status: 500 }));
}

function write(
  response: ServerResponse,
  request: IncomingMessage,
  { status, headers, body }: Answer,
): void {
  headers['x-amzn-requestid'] ??= randomUUID();
  headers['content-length'] ??= String(Buffer.byteLength(body));
  response.writeHead(status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}
