import { describe, expect, it } from 'vitest';
import { RouteTable } from './route-table.ts';

const table = (...keys: string[]): RouteTable =>
  new RouteTable(keys.map((key) => ({ key, functionName: key, scopes: [] })));
const routes = table(
  '$default',
  'ANY /api/{proxy+}',
  'GET /api/tickets/{id}',
  'GET /api/tickets/next',
  'POST /api/tickets/{id}/replies',
);

describe('finding a route', () => {
  it.each([
    ['GET', '/api/tickets/next', 'GET /api/tickets/next', {}],
    ['GET', '/api/tickets/tkt_1', 'GET /api/tickets/{id}', { id: 'tkt_1' }],
    ['POST', '/api/tickets/a%2Fb/replies', 'POST /api/tickets/{id}/replies', { id: 'a/b' }],
    ['PUT', '/api/other/thing', 'ANY /api/{proxy+}', { proxy: 'other/thing' }],
    ['GET', '/elsewhere', '$default', {}],
  ])('%s %s takes %s', (method, path, key, parameters) => {
    expect(routes.find(method, path)).toMatchObject({ route: { key }, parameters });
  });

  it('finds nothing without a default', () => {
    expect(table('GET /a').find('GET', '/a/b')).toBeUndefined();
  });
});
