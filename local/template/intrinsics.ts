import { isObject, type Json, type JsonObject } from './json.ts';

/** What the intrinsic functions of one stack can see. Every method throws on an unknown name. */
export type Scope = {
  ref(name: string): Json | typeof NO_VALUE;
  attribute(logicalId: string, attribute: string): Json;
  importValue(exportName: string): Json;
  mapping(map: string, top: string, second: string): Json;
  condition(name: string): boolean;
};

/** `AWS::NoValue`: the property or list entry that holds it vanishes. */
export const NO_VALUE: unique symbol = Symbol('AWS::NoValue');

type Resolved = Json | typeof NO_VALUE;
type Intrinsic = (argument: Json, scope: Scope) => Resolved;

/** Resolves every intrinsic in a template value; an unknown `Fn::…` throws with its name. */
export function resolve(value: Json, scope: Scope): Json {
  const resolved = resolveAny(value, scope);
  return resolved === NO_VALUE ? null : resolved;
}

function resolveAny(value: Json, scope: Scope): Resolved {
  if (typeof value === 'string') return refuseDynamicReference(value);
  if (Array.isArray(value)) {
    return value.map((item) => resolveAny(item, scope)).filter((item) => item !== NO_VALUE);
  }
  if (!isObject(value)) return value;
  const intrinsic = intrinsicOf(value);
  if (intrinsic) return intrinsic.run(intrinsic.argument, scope);
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const resolved = resolveAny(item, scope);
    if (resolved !== NO_VALUE) result[key] = resolved;
  }
  return result;
}

function intrinsicOf(value: JsonObject): { run: Intrinsic; argument: Json } | undefined {
  const [entry, ...more] = Object.entries(value);
  if (!entry || more.length > 0) return undefined;
  const [name, argument] = entry;
  const run = intrinsics[name];
  if (run) return { run, argument };
  if (name.startsWith('Fn::')) throw new Error(`Unknown intrinsic function ${name}`);
  return undefined;
}

const intrinsics: Record<string, Intrinsic> = {
  Ref: (argument, scope) => scope.ref(text(argument)),
  'Fn::GetAtt': (argument, scope) => {
    const path = Array.isArray(argument) ? argument.map((part) => resolve(part, scope)) : undefined;
    const [logicalId = '', ...attribute] = path ? path.map(text) : text(argument).split('.');
    return scope.attribute(logicalId, attribute.join('.'));
  },
  'Fn::Join': (argument, scope) => {
    const [separator = '', parts = []] = list(argument, 'Fn::Join');
    return list(resolve(parts, scope), 'Fn::Join').map(text).join(text(separator));
  },
  'Fn::Sub': (argument, scope) => substitute(argument, scope),
  'Fn::Select': (argument, scope) => {
    const [index = 0, items = []] = list(resolve(argument, scope), 'Fn::Select');
    const chosen = list(items, 'Fn::Select')[Number(index)];
    if (chosen === undefined) throw new Error(`Fn::Select has no item ${text(index)}`);
    return chosen;
  },
  'Fn::Split': (argument, scope) => {
    const [separator = '', source = ''] = list(resolve(argument, scope), 'Fn::Split');
    return text(source).split(text(separator));
  },
  'Fn::If': (argument, scope) => {
    const [name = '', yes = null, no = null] = list(argument, 'Fn::If');
    return resolveAny(scope.condition(text(name)) ? yes : no, scope);
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map = '', top = '', second = ''] = list(resolve(argument, scope), 'Fn::FindInMap');
    return scope.mapping(text(map), text(top), text(second));
  },
  'Fn::ImportValue': (argument, scope) => scope.importValue(text(resolve(argument, scope))),
  'Fn::Base64': (argument, scope) =>
    Buffer.from(text(resolve(argument, scope)), 'utf8').toString('base64'),
};

function substitute(argument: Json, scope: Scope): string {
  const [pattern, names] = Array.isArray(argument) ? argument : [argument, {}];
  const own = isObject(names) ? names : {};
  return text(pattern ?? '').replaceAll(
    /\$\{(!?)([^}]+)\}/g,
    (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const replacement = own[name];
      if (replacement !== undefined) return text(resolve(replacement, scope));
      const dot = name.indexOf('.');
      if (dot < 0) return text(resolve({ Ref: name }, scope));
      return text(scope.attribute(name.slice(0, dot), name.slice(dot + 1)));
    },
  );
}

/** Evaluates one entry of the `Conditions` section. */
export function evaluateCondition(condition: Json, scope: Scope): boolean {
  const [entry] = isObject(condition) ? Object.entries(condition) : [];
  const [name = '', argument = null] = entry ?? [];
  switch (name) {
    case 'Fn::Equals': {
      const [left, right] = list(resolve(argument, scope), name);
      return JSON.stringify(left) === JSON.stringify(right);
    }
    case 'Fn::And':
      return list(argument, name).every((part) => evaluateCondition(part, scope));
    case 'Fn::Or':
      return list(argument, name).some((part) => evaluateCondition(part, scope));
    case 'Fn::Not':
      return !list(argument, name).some((part) => evaluateCondition(part, scope));
    case 'Condition':
      return scope.condition(text(argument));
    default:
      throw new Error(`Unknown condition function ${name}`);
  }
}

function text(value: Json): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`Expected text in an intrinsic function, found ${JSON.stringify(value)}`);
}

function list(value: Json, where: string): Json[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${where} needs a list, found ${JSON.stringify(value)}`);
}

/** `{{resolve:…}}` is filled in by CloudFormation itself; locally there is nobody to ask. */
function refuseDynamicReference(value: string): string {
  if (value.includes('{{resolve:')) throw new Error(`Dynamic reference ${value} is not emulated`);
  return value;
}
