import type * as z from 'zod';
import type { Resource } from './resources.ts';

/** A resource with the properties its reader asked for. */
export type Typed<T> = Omit<Resource, 'properties'> & { properties: T };

/** All resolved resources, asked by type, with their properties parsed. */
export class Inventory {
  readonly #resources: readonly Resource[];

  constructor(resources: readonly Resource[]) {
    this.#resources = resources;
  }

  /** @throws with type and logical id when the properties are not what the schema says. */
  all<T>(type: string, schema: z.ZodType<T>): Typed<T>[] {
    return this.#resources
      .filter((resource) => resource.type === type)
      .map((resource) => parse(resource, schema));
  }

  /** The resource of this type whose Ref is `ref`. */
  byRef<T>(type: string, ref: string, schema: z.ZodType<T>): Typed<T> {
    const found = this.#resources.find((item) => item.type === type && item.ref === ref);
    if (!found) throw new Error(`No ${type} has the reference ${ref}`);
    return parse(found, schema);
  }

  /** Names of functions that only serve custom resources while CloudFormation deploys. */
  serviceTokens(): Set<string> {
    const tokens = this.#resources.map((resource) => resource.properties['ServiceToken']);
    return new Set(tokens.filter((token) => typeof token === 'string'));
  }
}

function parse<T>(resource: Resource, schema: z.ZodType<T>): Typed<T> {
  const result = schema.safeParse(resource.properties);
  if (result.success) return { ...resource, properties: result.data };
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(
    `${resource.type} (${resource.stack}/${resource.logicalId}): ${problems.join('; ')}`,
  );
}
