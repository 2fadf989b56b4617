import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { LOCAL } from './addresses.ts';
import { splitAddress } from './http-api/request-event.ts';
import type { WebSocketApi } from './websocket/web-socket-api.ts';

export type FrontParts = {
  pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  app: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  socketsById: Map<string, WebSocketApi>;
};

/** The one port a browser talks to. It listens before its parts exist, so that its number is known. */
export class Front {
  readonly #server: Server;
  #parts: FrontParts | undefined;

  constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => {
      void this.#request(request, response);
    });
    server.on('upgrade', (request, socket, head) => {
      void this.#upgrade(request, socket, head);
    });
  }

  serve(parts: FrontParts): void {
    this.#parts = parts;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #request(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = splitAddress(request.url ?? '/');
    try {
      if (!isAskedHere(request)) return void response.writeHead(421).end();
      if (!this.#parts) return void response.writeHead(503, { 'retry-after': '1' }).end();
      const isLocal = pathname === LOCAL.root || pathname.startsWith(`${LOCAL.root}/`);
      await (isLocal ? this.#parts.pages : this.#parts.app)(request, response);
    } catch (error) {
      // The caller gets no inside; the developer reads it where the desk runs.
      process.stderr.write(`${request.method} ${pathname}: ${String(error)}\n`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // A peer that is gone before the handshake ends is nobody's problem.
    socket.on('error', () => {});
    const { pathname } = splitAddress(request.url ?? '/');
    const [id = ''] = pathname.slice(LOCAL.socket.length + 1).split('/');
    const isSocket = isAskedHere(request) && pathname.startsWith(LOCAL.socket);
    const api = isSocket ? this.#parts?.socketsById.get(id) : undefined;
    if (!api) return void socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    await api.connect(request, socket, head);
  }
}

/**
 * Whether the browser asked for this machine by a name of its own. A foreign name that was pointed at loopback (DNS
 * rebinding) would let its page read the outbox, which asks for no password.
 */
export function isAskedHere({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(headers.host ?? '');
}

/** Listens on loopback; answers the front and its port. @throws what `listen` gives, such as EADDRINUSE */
export async function openFront(port: number): Promise<{ front: Front; port: number }> {
  const server = createServer({ keepAliveTimeout: 65_000 });
  const front = new Front(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No TCP port');
  return { front, port: address.port };
}
