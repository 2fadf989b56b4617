import type { Endpoint } from '../../schemas/api/endpoint.ts';

type Match = { readonly endpoint: Endpoint; readonly params: Readonly<Record<string, string>> };
type Route = { readonly endpoint: Endpoint; readonly segments: readonly string[] };

const isParameter = (segment: string): boolean => segment.startsWith('{');
const parametersIn = (route: Route): number => route.segments.filter(isParameter).length;

/**
 * Finds the endpoint of a request. Words win over parameters (`/api/tickets/mine` before `/api/tickets/{ticketId}`);
 * a value that is not valid percent-encoding matches nothing.
 */
export const newRoutes = (endpoints: readonly Endpoint[]) => {
  const routes = endpoints
    .map((endpoint) => ({ endpoint, segments: endpoint.path.split('/') }))
    .sort((a, b) => parametersIn(a) - parametersIn(b));
  return (method: string, path: string): Match | undefined => {
    const segments = path.split('/');
    for (const route of routes) {
      if (route.endpoint.method !== method || route.segments.length !== segments.length) continue;
      const params = matchSegments(route.segments, segments);
      if (params) return { endpoint: route.endpoint, params };
    }
    return undefined;
  };
};

const matchSegments = (
  pattern: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] ?? '';
    if (isParameter(expected)) {
      const value = decoded(actual);
      if (!value) return undefined;
      params[expected.slice(1, -1)] = value;
    } else if (expected !== actual) return undefined;
  }
  return params;
};

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};
