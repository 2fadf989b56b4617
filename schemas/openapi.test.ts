import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { endpoints } from './api/index.ts';
import { openApiDocument, openApiText } from './openapi.ts';

type Document = {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId: string }>>>
  >;
};
const operations = Object.values((openApiDocument() as Document).paths).flatMap((path) =>
  Object.values(path).map((operation) => operation.operationId),
);

describe('the OpenAPI file', () => {
  test('is the one made from the endpoint table (node schemas/openapi.ts)', () => {
    const committed = readFileSync(new URL('../docs/openapi.json', import.meta.url), 'utf8');

    expect(committed).toBe(openApiText());
  });

  test('has one operation for each endpoint', () => {
    expect(operations.toSorted()).toEqual(endpoints.map((endpoint) => endpoint.name).toSorted());
  });

  test('tells nobody where files are kept', () => {
    expect(openApiText()).not.toMatch(/"(?:rawKey|bodyKey)"/);
  });
});
