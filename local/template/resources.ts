import type { Assembly, StackTemplate } from './assembly.ts';
import { evaluateCondition, NO_VALUE, resolve, type Scope } from './intrinsics.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { DEFAULT_REGION, LOCAL_ACCOUNT, type Named } from './place.ts';
import { type ResourceKind, resourceKinds } from './resource-kinds.ts';

/** One resource with its properties resolved. */
export type Resource = Named & { type: string; ref: string; properties: JsonObject };

/**
 * Resolves all stacks of an assembly, cross-stack exports included.
 * @throws on an unknown type (named with its logical id), an unknown attribute or function.
 */
export function resolveResources(assembly: Assembly): Resource[] {
  refuseUnknownTypes(assembly);
  const exports = new Map<string, () => Json>();
  const scopes = assembly.stacks.map((stack) => ({ stack, scope: scopeOf(stack, exports) }));
  for (const { stack, scope } of scopes) {
    for (const output of Object.values(stack.template.Outputs)) {
      const target = isObject(output['Export'] ?? null) ? output['Export'] : undefined;
      if (!isObject(target)) continue;
      const name = String(resolve(target['Name'] ?? '', scope));
      exports.set(name, () => resolve(output['Value'] ?? null, scope));
    }
  }
  return scopes.flatMap(({ stack, scope }) =>
    present(stack, scope).map(([logicalId, { Type, Properties }]) => {
      const kind = kindOf(Type);
      const named = nameOf(stack, logicalId, scope);
      const properties = resolve(Properties, scope);
      if (!isObject(properties)) throw new Error(`${stack.name}/${logicalId} has no properties`);
      return { ...named, type: Type, ref: kind.ref(named), properties };
    }),
  );
}

function refuseUnknownTypes(assembly: Assembly): void {
  const unknown = assembly.stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources)
      .filter(([, { Type }]) => !resourceKinds[Type])
      .map(([logicalId, { Type }]) => `${Type} (${stack.name}/${logicalId})`),
  );
  if (unknown.length === 0) return;
  throw new Error(`The local runner does not emulate these resources:\n  ${unknown.join('\n  ')}`);
}

function present(stack: StackTemplate, scope: Scope) {
  return Object.entries(stack.template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || scope.condition(Condition),
  );
}

function kindOf(type: string): ResourceKind {
  const kind = resourceKinds[type];
  if (!kind) throw new Error(`Unknown resource type ${type}`);
  return kind;
}

function scopeOf(stack: StackTemplate, exports: Map<string, () => Json>): Scope {
  const { template } = stack;
  const resourceOf = (logicalId: string) => {
    const resource = template.Resources[logicalId];
    if (!resource) throw new Error(`${stack.name} has no resource ${logicalId}`);
    return { kind: kindOf(resource.Type), type: resource.Type };
  };
  const scope: Scope = {
    ref: (name) => {
      const pseudo = pseudoParameters(stack)[name];
      if (pseudo !== undefined) return pseudo;
      const parameter = template.Parameters[name];
      if (parameter) return parameterValue(stack, name, parameter);
      return resourceOf(name).kind.ref(nameOf(stack, name, scope));
    },
    attribute: (logicalId, attribute) => {
      const { kind, type } = resourceOf(logicalId);
      const read = kind.attributes?.[attribute];
      if (read) return read(nameOf(stack, logicalId, scope));
      throw new Error(`${type} (${stack.name}/${logicalId}) has no known attribute ${attribute}`);
    },
    importValue: (name) => {
      const read = exports.get(name);
      if (!read) throw new Error(`No stack exports ${name}`);
      return read();
    },
    mapping: (map, top, second) => {
      const row = template.Mappings[map]?.[top];
      const value = isObject(row ?? null) ? (row as JsonObject)[second] : undefined;
      if (value === undefined)
        throw new Error(`${stack.name} has no mapping ${map}.${top}.${second}`);
      return value;
    },
    condition: (name) => {
      const condition = template.Conditions[name];
      if (!condition) throw new Error(`${stack.name} has no condition ${name}`);
      return evaluateCondition(condition, scope);
    },
  };
  return scope;
}

function pseudoParameters(stack: StackTemplate): Record<string, Json | typeof NO_VALUE> {
  const place = placeOf(stack);
  return {
    'AWS::AccountId': place.account,
    'AWS::Region': place.region,
    'AWS::StackName': stack.name,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.account}:stack/${stack.name}/local`,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::NotificationARNs': [],
    'AWS::NoValue': NO_VALUE,
  };
}

function parameterValue(stack: StackTemplate, name: string, parameter: JsonObject): Json {
  const value = parameter['Default'];
  if (value === undefined) throw new Error(`${stack.name}: parameter ${name} has no default`);
  return value;
}

function placeOf(stack: StackTemplate) {
  return {
    stack: stack.name,
    account: stack.account ?? LOCAL_ACCOUNT,
    region: stack.region ?? DEFAULT_REGION,
  };
}

/** Longest name of a role or a bucket. */
const LONGEST_NAME = 63;

/** `stack-LogicalId`; too long ones lose their middle, so that the hash at the end tells them apart. */
function madeName(stack: string, logicalId: string): string {
  const whole = `${stack}-${logicalId}`;
  if (whole.length <= LONGEST_NAME) return whole;
  return `${whole.slice(0, LONGEST_NAME - 20)}${whole.slice(-20)}`;
}

/** A given name, or one made as CloudFormation would; S3 names are lower case. */
function nameOf(stack: StackTemplate, logicalId: string, scope: Scope): Named {
  const resource = stack.template.Resources[logicalId];
  const property = resource ? kindOf(resource.Type).nameProperty : undefined;
  const given = property ? resource?.Properties[property] : undefined;
  const name =
    given === undefined ? madeName(stack.name, logicalId) : String(resolve(given, scope));
  const isBucket = resource?.Type === 'AWS::S3::Bucket';
  return { ...placeOf(stack), logicalId, name: isBucket ? name.toLowerCase() : name };
}
