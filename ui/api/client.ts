import table from 'endpoint-table';
import type * as z from 'zod';
import type { endpoints } from '../../schemas/api/index.ts';
import type { ProblemDocument } from '../../schemas/problem.ts';

type All = (typeof endpoints)[number];
type Named<N extends All['name']> = Extract<All, { name: N }>;
export type EndpointName = All['name'];
type PartName = 'params' | 'query' | 'body';
/** One object, not three put together: of a body that is a union, that would multiply. */
type InputOf<E> = {
  [K in PartName as E extends { readonly [P in K]: z.ZodType } ? K : never]: E extends {
    readonly [P in K]: infer S extends z.ZodType;
  }
    ? z.input<S>
    : never;
};

type Inputs = { [N in EndpointName]: InputOf<Named<N>> };
type Outputs = { [N in EndpointName]: z.output<Named<N>['output']> };

/** What an endpoint takes, and what it answers, as `schemas/api` says. */
export type Input<N extends EndpointName> = Inputs[N];
export type Output<N extends EndpointName> = Outputs[N];

/** The API said no. `problem.title` is a sentence for a person; `offline` when nobody answered at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.title);
    this.problem = problem;
  }
}

const offline: ProblemDocument = {
  type: 'about:blank',
  title: 'offline',
  status: 0,
  code: 'client.offline',
};

type Plain = Record<string, string | number | boolean | undefined>;

const fill = (path: string, params: Plain = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

const queryOf = (query: Plain = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return text ? `?${text}` : '';
};

type Loose = { params?: Plain; query?: Plain; body?: unknown };

/** Gives a bearer token, or undefined on public pages; asked before every call, so it may refresh. */
export type TokenSource = () => Promise<string | undefined>;

const problemOf = async (response: Response): Promise<ProblemDocument> => {
  const known = response.headers.get('content-type')?.includes('application/problem+json');
  if (known) return (await response.json()) as ProblemDocument;
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'client.http',
  };
};

/** A client that calls endpoints by name: `call('getTicket', { params: { ticketId } })`. Throws `ApiProblem`. */
export const makeClient = (token: TokenSource) => {
  return async <N extends EndpointName>(
    name: N,
    input: Input<N>,
    signal?: AbortSignal,
  ): Promise<Output<N>> => {
    const { params, query, body } = input as Loose;
    const [method, path] = table[name] ?? ['GET', '/'];
    // A sign-in service that cannot be reached is no different from an API that cannot.
    const bearer = await token().catch(() => {
      throw new ApiProblem(offline);
    });
    const request: RequestInit = {
      method,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    };
    const response = await fetch(fill(path, params) + queryOf(query), request).catch(
      (error: unknown) => {
        if (signal?.aborted) throw error;
        throw new ApiProblem(offline);
      },
    );
    if (!response.ok) throw new ApiProblem(await problemOf(response));
    return (await response.json()) as Output<N>;
  };
};
