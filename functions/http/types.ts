import type * as z from 'zod';
import type { Endpoint } from '../../schemas/api/endpoint.ts';

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What a handler gets: the input as the endpoint's schemas say it, parsed. */
export type Input<E extends Endpoint> = {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
};

/** What a handler gives: parsed again on the way out, so more may be given than leaves. */
export type Output<E extends Endpoint> = z.input<E['output']>;

export type Handler<E extends Endpoint, Caller> = (
  input: Input<E>,
  caller: Caller,
) => Promise<Output<E>>;

/** Exactly one handler per endpoint of the list; a missing or misnamed one does not compile. */
export type Handlers<List extends readonly Endpoint[], Caller> = {
  readonly [E in List[number] as E['name']]: Handler<E, Caller>;
};
