import type * as z from 'zod';
import type { Permission } from '../agent.ts';

/**
 * One thing the API does, as data: the router, the gateway's routes, the OpenAPI file, the permission
 * tests and the screens' client all read the same list.
 */
export type Endpoint = {
  /** Verb first, unique: `listTickets`. Also OpenAPI's operationId. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{name}` marks a parameter. Starts with `/api/` (staff) or `/portal/` (everyone). */
  readonly path: string;
  /** Needed by the caller; `public` is for the portal only. */
  readonly permission: Permission | 'public';
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The answer's body; parsed before it leaves, so that nothing unlisted does. */
  readonly output: z.ZodType;
  readonly status?: 200 | 201 | 202;
};

/** Keeps the literal types of an endpoint while checking its shape. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition;
