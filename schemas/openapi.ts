import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Endpoint } from './api/endpoint.ts';
import { endpoints } from './api/index.ts';
import { openApiNames } from './openapi-names.ts';
import { ProblemDocument, problemStatus } from './problem.ts';

type Json = Readonly<Record<string, unknown>>;

type Named = Record<string, Json>;

/**
 * JSON Schema 2020-12, the dialect of OpenAPI 3.1. Inputs may leave defaults out, outputs have them. Named schemas go
 * to `components` and are referred to.
 */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output', named: Named): Json => {
  const {
    $schema: _dialect,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, { io, metadata: openApiNames });
  const { $defs: definitions, root } = JSON.parse(
    JSON.stringify({ $defs, root: rest }).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as { $defs: Named; root: Json };
  Object.assign(named, definitions);
  return root;
};

const parametersOf = (place: 'path' | 'query', schema: z.ZodObject | undefined): Json[] => {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
};

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const problemsOf = ({ permission, params, body }: Endpoint): Json => ({
  400: problem('The input cannot be understood; `errors` names the fields'),
  ...(permission !== 'public' && {
    401: problem('Nobody is signed in'),
    403: problem('The caller may not do this'),
  }),
  ...(params && { 404: problem('There is no such thing') }),
  ...(body && {
    409: problem('The state does not allow it, or somebody was faster; `code` says which'),
    413: problem('Too large'),
    415: problem('Not JSON'),
  }),
  429: problem('Too many requests; `Retry-After` says when to come again'),
  500: problem('A fault on our side, with the request id'),
});

const operationOf = (endpoint: Endpoint, named: Named): Json => ({
  operationId: endpoint.name,
  summary: endpoint.summary,
  tags: [endpoint.permission === 'public' ? 'portal' : 'staff'],
  ...(endpoint.permission !== 'public' && {
    description: `Needs the permission \`${endpoint.permission}\`.`,
    security: [{ idToken: [] }],
  }),
  parameters: [...parametersOf('path', endpoint.params), ...parametersOf('query', endpoint.query)],
  ...(endpoint.body && {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(endpoint.body, 'input', named) } },
    },
  }),
  responses: {
    [endpoint.status ?? 200]: {
      description: 'Done',
      content: { 'application/json': { schema: schemaOf(endpoint.output, 'output', named) } },
    },
    ...problemsOf(endpoint),
  },
});

const pathsOf = (list: readonly Endpoint[], named: Named): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of list)
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint, named),
    };
  return paths;
};

/** The API as OpenAPI 3.1, made from the endpoint table: `docs/openapi.json`, served at `/openapi.json`. */
export const openApiDocument = (): Json => {
  const named: Named = {};
  const paths = pathsOf(endpoints, named);
  const problem = schemaOf(ProblemDocument, 'output', named);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Firstline',
      version: '1',
      description: `Everything the screens do. Problems are RFC 9457 documents with a stable \`code\`; kinds: ${Object.entries(
        problemStatus,
      )
        .map(([kind, status]) => `${kind} (${status})`)
        .join(', ')}.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ...sorted(named), Problem: problem },
      securitySchemes: {
        idToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'The ID token of the desk’s OpenID Connect sign-in (see `signIn` of `GET /portal/config`).',
        },
      },
    },
  };
};

const sorted = (named: Named): Named =>
  Object.fromEntries(Object.entries(named).toSorted(([a], [b]) => a.localeCompare(b)));

export const openApiText = (): string => `${JSON.stringify(openApiDocument(), null, 2)}\n`;

/** `node schemas/openapi.ts` writes the file anew. */
if (import.meta.main)
  await writeFile(new URL('../docs/openapi.json', import.meta.url), openApiText());
