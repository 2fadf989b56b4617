import * as z from 'zod';
import { networkFault } from '../network-fault.ts';
import type { SendResult } from '../outgoing.ts';
import { optional } from './fields.ts';
import { commonVerdict, type GraphError, type Verdict } from './verdict.ts';

/** Where and as whom to call. */
export type Graph = {
  readonly fetch: typeof fetch;
  /** `https://graph.facebook.com/v25.0` or a stand-in, without a slash at the end. */
  readonly base: string;
  readonly token: string;
  /** Names the channel in errors. */
  readonly channel: 'whatsapp' | 'messenger' | 'instagram';
  /** What the channel's own codes mean; `commonVerdict` unless given. */
  readonly judge?: (error: GraphError) => Verdict;
};

export type Fault = Exclude<SendResult, { kind: 'sent' }>;

type Call = {
  readonly method?: 'GET' | 'POST';
  /** Below the base: `/me/messages`. */
  readonly path: string;
  readonly body?: FormData | Readonly<Record<string, unknown>>;
};

export type Answered =
  | { readonly result: unknown }
  /** `error` where the API said why; a fault of the network has none. */
  | { readonly fault: Fault; readonly error?: GraphError };

const ErrorAnswer = z.object({
  error: z.object({
    message: z.string().catch(''),
    code: z.coerce.number().catch(0),
    error_subcode: optional(z.coerce.number()),
    error_user_msg: optional(z.string()),
    error_data: optional(z.object({ details: optional(z.string()) })),
  }),
});

const timeoutMs = 20_000;

/** Calls the Graph API. An error counts whatever status it came with: some come with 200. The result's shape is the caller's to check. */
export async function call(graph: Graph, { method = 'POST', path, body }: Call): Promise<Answered> {
  let response: Response;
  try {
    response = await graph.fetch(`${graph.base}${path}`, {
      method,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      headers: {
        authorization: `Bearer ${graph.token}`,
        ...(body && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      },
      ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  } catch (error) {
    return { fault: networkFault(graph.channel, error) };
  }
  const answer: unknown = await response.json().catch(() => undefined);
  const failed = ErrorAnswer.safeParse(answer);
  if (failed.success) {
    const { message, code, error_subcode: subcode, ...more } = failed.data.error;
    const details = more.error_data?.details ?? more.error_user_msg;
    const error = {
      code,
      ...(subcode !== undefined && { subcode }),
      message: details === undefined ? message : `${message}: ${details}`,
    };
    return { fault: faultOf(graph, error, response), error };
  }
  if (response.ok && answer !== undefined) return { result: answer };
  return { fault: statusFault(graph.channel, response) };
}

const isTransientStatus = (status: number) => status === 429 || status >= 500;

/** An answer that is no JSON comes from something in between. */
function statusFault(channel: string, response: Response): Fault {
  const error = `${channel}: ${response.status}`;
  if (isTransientStatus(response.status)) return { kind: 'retry', error, ...waitOf(response) };
  return response.ok ? { kind: 'unknown', error } : { kind: 'failed', error, permanent: false };
}

function faultOf(graph: Graph, error: GraphError, response: Response): Fault {
  const verdict = (graph.judge ?? commonVerdict)(error);
  const said = describedFault(graph.channel, error);
  const isTransient = verdict === 'unclear' && isTransientStatus(response.status);
  if (verdict === 'retry' || isTransient)
    return { kind: 'retry', error: said, ...waitOf(response) };
  if (verdict === 'slow-down')
    return { kind: 'retry', error: said, afterSeconds: 30, ...waitOf(response), isForAll: true };
  if (verdict === 'window-closed' || verdict === 'blocked') return { kind: verdict, error: said };
  // Credentials are ours to mend: the same message goes through afterwards.
  if (verdict === 'revoked')
    return { kind: 'failed', error: said, permanent: false, isRevoked: true };
  return { kind: 'failed', error: said, permanent: verdict === 'permanent' };
}

/** In the provider's words, cut; never the token, which stands in a header only. */
export const describedFault = (channel: string, { code, subcode, message }: GraphError): string =>
  `${channel}: ${code}${subcode === undefined ? '' : `/${subcode}`} ${message}`.slice(0, 300);

const secondsMax = 3600;

const Usage = z.record(
  z.string(),
  z.array(z.object({ estimated_time_to_regain_access: z.number().catch(0) })),
);

/** The server's own delay: `Retry-After`, or minutes until the account may call again. Source: Graph API, "Rate limits". */
function waitOf({ headers }: Response): { readonly afterSeconds?: number } {
  const seconds = [
    Number(headers.get('retry-after') ?? 0),
    ...usageMinutes(headers.get('x-business-use-case-usage')).map((minutes) => minutes * 60),
  ];
  const longest = Math.min(Math.max(0, ...seconds.filter(Number.isFinite)), secondsMax);
  return longest > 0 ? { afterSeconds: Math.ceil(longest) } : {};
}

function usageMinutes(header: string | null): readonly number[] {
  try {
    const usage = Usage.parse(JSON.parse(header ?? '{}'));
    return Object.values(usage).flatMap((uses) =>
      uses.map((use) => use.estimated_time_to_regain_access),
    );
  } catch {
    return [];
  }
}
