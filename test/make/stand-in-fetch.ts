import type { OutsideAnswer, ProviderStandIn } from '../../local/run/outside/provider.ts';

export type StandInCall = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
};

/** A provider's stand-in as `fetch`, with what it was asked; `first` are answers that it gives before its own. */
export function standInFetch(
  standIn: ProviderStandIn,
  first: readonly (OutsideAnswer | Error)[] = [],
): { readonly fetch: typeof fetch; readonly calls: StandInCall[] } {
  const calls: StandInCall[] = [];
  const scripted = [...first];
  const answer: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const body = Buffer.from(await request.arrayBuffer());
    const headers = Object.fromEntries(request.headers);
    const given =
      scripted.shift() ??
      standIn({
        method: request.method,
        path: url.pathname,
        query: url.searchParams,
        headers,
        body,
        base: url.origin,
      });
    const status = given instanceof Error ? 0 : given.status;
    calls.push({
      method: request.method,
      url: request.url,
      headers,
      body: body.toString(),
      status,
    });
    if (given instanceof Error) throw given;
    return new Response(
      given.body === undefined || Buffer.isBuffer(given.body)
        ? given.body && new Uint8Array(given.body)
        : JSON.stringify(given.body),
      { status, headers: given.headers },
    );
  };
  return { fetch: answer, calls };
}
