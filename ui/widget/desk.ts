import type * as z from 'zod';
import type * as endpoints from '../../schemas/api/chat.ts';

type Calls = {
  session: typeof endpoints.openChat;
  history: typeof endpoints.readChat;
  uploads: typeof endpoints.requestChatUpload;
};
type Input<Name extends keyof Calls> = z.input<Calls[Name]['body']>;
export type Output<Name extends keyof Calls> = z.output<Calls[Name]['output']>;
export type Desk = <Name extends keyof Calls>(
  name: Name,
  input: Input<Name>,
) => Promise<Output<Name>>;

/** The desk said no; `code` is a problem's. Everything else that is thrown is the network's. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const longestMilliseconds = 20_000;

/** As plain text, which browsers send across origins without asking first; no cookie goes along. */
export const newDesk =
  (base: string): Desk =>
  async (name, input) => {
    const answer = await fetch(`${base}/portal/chat/${name}`, {
      method: 'POST',
      body: JSON.stringify(input),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(longestMilliseconds),
    });
    const body: unknown = await answer.json();
    // A server that is away is the network's fault too: it is asked again.
    if (answer.status >= 500) throw new Error(String(answer.status));
    if (!answer.ok) throw new Refused((body as { code?: string }).code ?? 'unknown');
    return body as Output<typeof name>;
  };
