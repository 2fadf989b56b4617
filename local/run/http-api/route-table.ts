import type { RouteModel } from '../../template/model.ts';

export type RouteMatch = { route: RouteModel; parameters: Record<string, string> };

type Entry = { route: RouteModel; method: string; segments: string[]; weight: number[] };

/**
 * Finds an HTTP API's route as API Gateway does: full match before greedy (`{proxy+}`) before
 * `$default`; fixed segments before variables, a named method before ANY.
 */
export class RouteTable {
  readonly #entries: Entry[];
  readonly #default: RouteModel | undefined;

  constructor(routes: readonly RouteModel[]) {
    this.#default = routes.find(({ key }) => key === '$default');
    this.#entries = routes
      .filter(({ key }) => key !== '$default')
      .map(readEntry)
      .sort((a, b) => compare(a.weight, b.weight));
  }

  find(method: string, path: string): RouteMatch | undefined {
    const parts = split(path);
    for (const entry of this.#entries) {
      if (entry.method !== 'ANY' && entry.method !== method) continue;
      const parameters = matchSegments(entry.segments, parts);
      if (parameters) return { route: entry.route, parameters };
    }
    return this.#default && { route: this.#default, parameters: {} };
  }
}

function readEntry(route: RouteModel): Entry {
  const [method = 'ANY', path = '/'] = route.key.split(' ');
  const segments = split(path);
  const isGreedy = segments.at(-1)?.endsWith('+}') ?? false;
  const weight = [isGreedy ? 1 : 0, ...segments.map(weightOf), method === 'ANY' ? 1 : 0];
  return { route, method, segments, weight };
}

const split = (path: string): string[] => path.split('/').slice(1);

function weightOf(segment: string): number {
  if (!segment.startsWith('{')) return 0;
  return segment.endsWith('+}') ? 2 : 1;
}

function compare(a: number[], b: number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function matchSegments(segments: string[], parts: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (part === undefined) return undefined;
    if (segment.endsWith('+}')) {
      parameters[segment.slice(1, -2)] = parts.slice(index).map(decode).join('/');
      return parameters;
    }
    if (segment.startsWith('{')) {
      if (part === '') return undefined;
      parameters[segment.slice(1, -1)] = decode(part);
    } else if (segment !== part) return undefined;
  }
  return segments.length === parts.length ? parameters : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
