import { Agent, request } from 'node:http';

export type HttpClient = {
  /** @throws Error for any status but 2xx */
  readonly get: <Body>(path: string) => Promise<Body>;
  readonly post: <Body>(
    path: string,
    body: string,
    headers?: Record<string, string>,
  ) => Promise<Body>;
  readonly close: () => void;
};

/** Kept-alive connections; lighter than fetch, because load and desk share the machine. */
export function httpClient(baseUrl: string, fixed: Record<string, string> = {}): HttpClient {
  const { hostname, port } = new URL(baseUrl);
  const agent = new Agent({ keepAlive: true, scheduling: 'fifo' });
  const ask = <Body>(
    method: string,
    path: string,
    { body, headers }: { body?: string; headers?: Record<string, string> } = {},
  ): Promise<Body> =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        {
          hostname,
          port,
          agent,
          method,
          path,
          headers: {
            ...fixed,
            ...headers,
            ...(body !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
            }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const status = response.statusCode ?? 0;
            if (status < 200 || status > 299)
              reject(new Error(`${method} ${path}: ${status} ${text}`));
            else resolve((text ? JSON.parse(text) : undefined) as Body);
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return {
    get: (path) => ask('GET', path),
    post: (path, body, headers) => ask('POST', path, { body, headers }),
    close: () => agent.destroy(),
  };
}
