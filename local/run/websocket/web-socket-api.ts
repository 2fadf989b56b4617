import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { WebSocketApiModel } from '../../template/model.ts';
import { answerOf } from '../http-api/response.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import type { Outcome } from '../lambda/protocol.ts';
import { selectRoute, type SocketEventOptions, socketEvent } from './socket-event.ts';

export type WebSocketApiOptions = {
  model: WebSocketApiModel;
  functionNamed: (name: string) => LambdaFunction;
};

type Connection = { id: string; connectedAt: number; socket: WebSocket; idle: NodeJS.Timeout };

/** Quotas of a WebSocket API. */
const MESSAGE_BYTES = 128 * 1024;
const IDLE_MILLISECONDS = 10 * 60_000;
const LONGEST_CONNECTION_MILLISECONDS = 2 * 60 * 60_000;

/** A WebSocket API: `$connect` may refuse, messages go to the route they select, others push by id. */
export class WebSocketApi {
  readonly #options: WebSocketApiOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES });
  readonly #connections = new Map<string, Connection>();

  constructor(options: WebSocketApiOptions) {
    this.#options = options;
  }

  /** Handles the opening request: asks `$connect` before the connection exists. */
  async connect(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const id = `${randomBytes(11).toString('base64url')}=`;
    const connectedAt = Date.now();
    const outcome = await this.#invoke({ id, connectedAt }, '$connect', {
      eventType: 'CONNECT',
      request,
    });
    const answer = outcome ? answerOf(outcome) : { status: 200 };
    if (answer.status >= 300) return refuse(socket, answer.status);
    this.#server.handleUpgrade(request, socket, head, (opened) => {
      this.#open({ id, connectedAt, socket: opened, idle: this.#idleTimer(id) });
    });
  }

  /** `POST /@connections/{id}`. */
  post(connectionId: string, data: Uint8Array): 'sent' | 'gone' {
    const connection = this.#connections.get(connectionId);
    if (!connection) return 'gone';
    connection.socket.send(data, { binary: false });
    connection.idle.refresh();
    return 'sent';
  }

  /** `DELETE /@connections/{id}`. */
  close(connectionId: string): 'closed' | 'gone' {
    const connection = this.#connections.get(connectionId);
    if (!connection) return 'gone';
    connection.socket.close(1000);
    return 'closed';
  }

  stop(): void {
    for (const { socket, idle } of this.#connections.values()) {
      clearTimeout(idle);
      socket.terminate();
    }
    this.#connections.clear();
    this.#server.close();
  }

  #idleTimer(id: string): NodeJS.Timeout {
    const timer = setTimeout(() => this.close(id), IDLE_MILLISECONDS);
    timer.unref();
    return timer;
  }

  #open(connection: Connection): void {
    const { socket, id } = connection;
    this.#connections.set(id, connection);
    const longest = setTimeout(() => socket.close(1001), LONGEST_CONNECTION_MILLISECONDS);
    longest.unref();
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      connection.idle.refresh();
      if (isBinary) socket.close(1003);
      else void this.#message(connection, data.toString('utf8'));
    });
    // A broken frame or a lost peer also closes, and that is where it is handled.
    socket.on('error', () => {});
    socket.on('close', (code, reason) => {
      clearTimeout(connection.idle);
      clearTimeout(longest);
      if (!this.#connections.delete(id)) return;
      const closed = { code, reason: reason.toString('utf8') };
      void this.#invoke(connection, '$disconnect', { eventType: 'DISCONNECT', closed });
    });
  }

  async #message(connection: Connection, body: string): Promise<void> {
    const routeKey = selectRoute(this.#options.model, body);
    if (routeKey === undefined) return this.#complain(connection, 'Forbidden');
    const outcome = await this.#invoke(connection, routeKey, { eventType: 'MESSAGE', body });
    if (outcome?.kind === 'error') return this.#complain(connection, 'Internal server error');
    if (!outcome || !this.#options.model.answering.includes(routeKey)) return;
    const answer = answerOf(outcome);
    if (answer.body.length > 0) connection.socket.send(answer.body, { binary: false });
  }

  #complain({ id, socket }: Connection, message: string): void {
    const requestId = randomBytes(11).toString('base64url');
    socket.send(JSON.stringify({ message, connectionId: id, requestId }));
  }

  /** undefined when the API has no such route. */
  async #invoke(
    connection: Pick<Connection, 'id' | 'connectedAt'>,
    routeKey: string,
    parts: Pick<SocketEventOptions, 'eventType' | 'request' | 'body' | 'closed'>,
  ): Promise<Outcome | undefined> {
    const { model, functionNamed } = this.#options;
    const name = model.routes[routeKey];
    if (name === undefined) return undefined;
    const event = socketEvent({
      api: model,
      connectionId: connection.id,
      connectedAt: connection.connectedAt,
      routeKey,
      now: new Date(),
      ...parts,
    });
    return await functionNamed(name).invoke(event);
  }
}

function refuse(socket: Duplex, status: number): void {
  const text = status === 401 ? 'Unauthorized' : status === 403 ? 'Forbidden' : 'Refused';
  socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
