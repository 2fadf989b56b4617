import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OutboxAccess } from '../../aws/access.ts';
import { LOCAL, type LocalAddresses } from '../addresses.ts';
import { splitAddress } from '../http-api/request-event.ts';
import { sendAnswer } from '../http-api/response.ts';
import type { Outside } from '../outside/outside.ts';
import type { RecordedCalls } from '../outside/recorded-calls.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { mailHtml, mailPage } from './mail-page.ts';
import { callListPage, mailListPage } from './outbox-page.ts';
import { page, sendPage } from './page.ts';
import { sendShop, sendShopStyle } from './shop-page.ts';

export type LocalPagesOptions = {
  outbox: OutboxAccess;
  calls: RecordedCalls;
  outside: Outside;
  signIn?: SignIn;
  addresses: LocalAddresses;
  /** Id of the connection whose chat the shop shows. */
  chatConnection: string | undefined;
  /** Told to whoever asks which desk this is: a second start, a person. */
  about: Record<string, unknown>;
};

const SHOWN_MAILS = 200;
const FRAME_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** What the runner serves beside the app, below `/_local`. */
export class LocalPages {
  readonly #options: LocalPagesOptions;

  constructor(options: LocalPagesOptions) {
    this.#options = options;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, query } = splitAddress(request.url ?? '/');
    const { signIn, outside, about, calls } = this.#options;
    const below = (root: string): string => pathname.slice(root.length);
    if (pathname.startsWith(LOCAL.issuer) && signIn) {
      return await signIn.handle(below(LOCAL.issuer), request, response);
    }
    if (pathname.startsWith(LOCAL.outside)) {
      const asked = below(LOCAL.outside) + (query === '' ? '' : `?${query}`);
      return await outside.handle(asked, request, response);
    }
    if (pathname === LOCAL.shop) {
      const { addresses, chatConnection: connection } = this.#options;
      return sendShop(response, addresses, { connection, query: new URLSearchParams(query) });
    }
    if (pathname === `${LOCAL.shop}/shop.css`) return sendShopStyle(response);
    if (pathname === `${LOCAL.root}/about`) return sendJson(response, about);
    if (pathname === `${LOCAL.outbox}/calls`) return sendPage(response, callListPage(calls.list()));
    if (pathname.startsWith(LOCAL.outbox)) return await this.#outbox(below(LOCAL.outbox), response);
    sendPage(response, notFound, 404);
  }

  async #outbox(path: string, response: ServerResponse): Promise<void> {
    const { outbox } = this.#options;
    const [, kind, id = '', part] = path.split('/');
    if (!kind) return sendPage(response, mailListPage(await outbox.list(SHOWN_MAILS)));
    const messageId = decodeURIComponent(id);
    const raw = kind === 'mail' ? await outbox.raw(messageId) : undefined;
    if (!raw) return sendPage(response, notFound, 404);
    if (part === 'raw') {
      const headers = { 'content-type': 'text/plain; charset=utf-8' };
      return sendAnswer(response, { status: 200, headers, body: raw });
    }
    if (part === 'html') {
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': FRAME_POLICY,
      };
      return sendAnswer(response, { status: 200, headers, body: await mailHtml(raw) });
    }
    sendPage(response, await mailPage(messageId, raw));
  }
}

const notFound = page({ title: 'Not found', body: '<h1>There is nothing here</h1>' });

function sendJson(response: ServerResponse, value: unknown): void {
  const headers = { 'content-type': 'application/json' };
  sendAnswer(response, { status: 200, headers, body: JSON.stringify(value) });
}
