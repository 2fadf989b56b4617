import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ObjectAccess, StoredObject } from '../../aws/access.ts';
import type { BehaviorModel, DistributionModel } from '../../template/model.ts';
import type { HttpApi } from '../http-api/http-api.ts';
import { splitAddress } from '../http-api/request-event.ts';
import { gatewayAnswer, type HttpAnswer, sendAnswer } from '../http-api/response.ts';
import { matchesPath } from './path-pattern.ts';
import { ViewerFunction } from './viewer-function.ts';

export type SiteOptions = {
  model: DistributionModel;
  objects: ObjectAccess;
  /** The API whose host is this origin; undefined when it is none of ours. */
  apiAt: (host: string) => HttpApi | undefined;
  /** Turns AWS addresses inside headers (such as a content security policy) into local ones. */
  rewrite: (text: string) => string;
};

type Behavior = BehaviorModel & { function?: ViewerFunction };

/** A CloudFront distribution: behaviors by path, functions at the viewer's side, two kinds of origin. */
export class Site {
  readonly #options: SiteOptions;
  readonly #behaviors: Behavior[];

  constructor(options: SiteOptions) {
    this.#options = options;
    this.#behaviors = options.model.behaviors.map((behavior) => ({
      ...behavior,
      responseHeaders: Object.fromEntries(
        Object.entries(behavior.responseHeaders).map(([name, value]) => [
          name,
          options.rewrite(value),
        ]),
      ),
      function: behavior.viewerRequest ? new ViewerFunction(behavior.viewerRequest) : undefined,
    }));
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = splitAddress(request.url ?? '/');
    const behavior = this.#behaviors.find(({ pattern }) => matchesPath(pattern, pathname));
    if (!behavior) return sendAnswer(response, gatewayAnswer(403, 'Forbidden'));
    if (!behavior.allowedMethods.includes(request.method ?? 'GET')) {
      return this.#send(response, behavior, gatewayAnswer(403, 'Forbidden'));
    }
    const viewed = await behavior.function?.run(request, this.#options.model.domainName);
    if (viewed?.kind === 'answer') return this.#send(response, behavior, viewed);
    if ('host' in behavior.origin) {
      return await this.#toApi(request, response, behavior, behavior.origin.host);
    }
    const found = await this.#toBucket(request, behavior.origin, viewed?.uri ?? pathname);
    this.#send(response, behavior, found, request.method === 'HEAD');
  }

  async #toApi(
    request: IncomingMessage,
    response: ServerResponse,
    behavior: Behavior,
    host: string,
  ): Promise<void> {
    const api = this.#options.apiAt(host);
    if (!api) return this.#send(response, behavior, gatewayAnswer(502, `No origin ${host}`));
    const viewer = request.socket.remoteAddress ?? '127.0.0.1';
    const before = request.headersDistinct['x-forwarded-for'] ?? [];
    request.headersDistinct['x-forwarded-for'] = [[...before, viewer].join(', ')];
    request.headersDistinct['x-forwarded-proto'] = ['http'];
    await api.handle(request, response, behavior.responseHeaders);
  }

  async #toBucket(
    request: IncomingMessage,
    origin: { bucketName: string; path: string },
    uri: string,
  ): Promise<HttpAnswer> {
    const { rootObject, errors } = this.#options.model;
    const path = uri === '/' && rootObject ? `/${rootObject}` : uri;
    const object = await this.#read(origin, path);
    if (object) return answerWith(object, request);
    // Without the right to list, S3 answers 403 for what does not exist.
    const error = errors.find(({ code }) => code === 403 || code === 404);
    const page = error?.path === undefined ? undefined : await this.#read(origin, error.path);
    if (!page) return gatewayAnswer(error?.status ?? 403, 'Forbidden');
    return { ...answerWith(page, request), status: error?.status ?? 403 };
  }

  async #read(
    origin: { bucketName: string; path: string },
    path: string,
  ): Promise<StoredObject | undefined> {
    let key = `${origin.path}${path}`.replace(/^\/+/, '');
    try {
      key = decodeURIComponent(key);
    } catch {
      return undefined;
    }
    return await this.#options.objects.get(origin.bucketName, key);
  }

  #send(response: ServerResponse, behavior: Behavior, answer: HttpAnswer, isHead = false): void {
    const headers = { ...answer.headers, ...behavior.responseHeaders };
    if (!isHead) return sendAnswer(response, { ...answer, headers });
    response.writeHead(answer.status, {
      ...headers,
      'content-length': Buffer.byteLength(answer.body),
    });
    response.end();
  }
}

function answerWith(object: StoredObject, request: IncomingMessage): HttpAnswer {
  const eTag = object.eTag.startsWith('"') ? object.eTag : `"${object.eTag}"`;
  const headers = {
    'content-type': object.contentType,
    etag: eTag,
    // A developer's next build must show at once; the deployed cache rules are CloudFront's.
    'cache-control': 'no-cache',
  };
  if (request.headers['if-none-match'] === eTag) return { status: 304, headers, body: '' };
  return { status: 200, headers, body: object.body };
}
