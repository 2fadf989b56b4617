import * as z from 'zod';
import type { Endpoint } from '../../schemas/api/endpoint.ts';

/** The part of a JSON schema that is read. */
type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
};

type Known = Readonly<Record<string, unknown>>;

/** The smallest value of a schema; fields that are known by name have that value. */
function smallest(schema: Schema, known: Known): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return smallest(first, known);
  switch (schema.type) {
    case 'object':
      return fieldsOf(schema, known);
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () =>
        smallest(schema.items ?? {}, known),
      );
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 0);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return 'word'.padEnd(schema.minLength ?? 0, '.');
  }
}

const fieldsOf = ({ properties = {}, required = [] }: Schema, known: Known) =>
  Object.fromEntries(
    required.map((name) => [
      name,
      Object.hasOwn(known, name) ? known[name] : smallest(properties[name] ?? {}, known),
    ]),
  );

const sampleOf = (schema: z.ZodType | undefined, known: Known): Known =>
  schema
    ? (smallest(
        z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema,
        known,
      ) as Known)
    : {};

/**
 * The shortest request that the endpoint's schemas take. What they cannot say (an id that exists, a uuid) is known by
 * the field's name, in the path as in query and body.
 */
export function aRequestTo(endpoint: Endpoint, known: Known = {}) {
  const params = sampleOf(endpoint.params, known);
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(params[name] ?? 'none')),
  );
  const query = new URLSearchParams(
    Object.entries(sampleOf(endpoint.query, known)).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
  );
  return {
    method: endpoint.method,
    path: query.size > 0 ? `${path}?${query.toString()}` : path,
    ...(endpoint.body && { body: sampleOf(endpoint.body, known) }),
  };
}
