import { matcherOf } from './pattern.ts';

/** Values of condition keys for one request; several for keys such as dynamodb:LeadingKeys. */
export type RequestContext = Readonly<Record<string, readonly string[]>>;

export type ConditionBlock = Record<string, Record<string, string | readonly string[]>>;

type Test = (context: RequestContext) => boolean;

/** Keys the stand-ins can fill in. Any other would silently never match, so it is refused. */
const knownKeys = new Set(
  [
    'aws:ResourceAccount',
    'aws:RequestedRegion',
    'aws:SecureTransport',
    'dynamodb:LeadingKeys',
    'lambda:FunctionArn',
    's3:prefix',
    'ses:FromAddress',
    'ses:FromDisplayName',
    'ses:Recipients',
  ].map((key) => key.toLowerCase()),
);

const operators: Record<string, (wanted: string) => (value: string) => boolean> = {
  StringEquals: (wanted) => (value) => value === wanted,
  StringEqualsIgnoreCase: (wanted) => (value) => value.toLowerCase() === wanted.toLowerCase(),
  StringLike: matcherOf,
  ArnEquals: matcherOf,
  ArnLike: matcherOf,
  Bool: (wanted) => (value) => value.toLowerCase() === wanted.toLowerCase(),
};

/**
 * All operators and keys of a block must hold; the values of one key are alternatives.
 *
 * @throws Error at start for an operator or key that is not emulated.
 */
export function conditionOf(block: ConditionBlock): Test {
  const tests = Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => testOf(operator, key, values)),
  );
  return (context) => tests.every((test) => test(context));
}

function testOf(operator: string, key: string, values: string | readonly string[]): Test {
  if (!knownKeys.has(key.toLowerCase())) throw new Error(`Unknown IAM condition key: ${key}`);
  const { quantifier, name, isNegated, ifExists } = operatorParts(operator);
  const make = operators[name];
  if (!make) throw new Error(`Unknown IAM condition operator: ${operator}`);
  const wanted = (typeof values === 'string' ? [values] : values).map(make);
  const holds = (value: string): boolean => wanted.some((test) => test(value)) !== isNegated;

  return (context) => {
    const found = valuesOf(context, key);
    if (quantifier === 'ForAllValues') return found.every(holds);
    if (quantifier === 'ForAnyValue') return found.some(holds);
    // A negated operator matches a missing key; the others do not, unless IfExists says so.
    if (found.length === 0) return ifExists || isNegated;
    return found.every(holds);
  };
}

function operatorParts(operator: string) {
  const parts = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(operator);
  const rest = parts?.[2] ?? operator;
  const isNegated = /^(String|Arn)Not/.test(rest);
  return {
    quantifier: parts?.[1],
    name: isNegated ? rest.replace('Not', '') : rest,
    isNegated,
    ifExists: parts?.[3] !== undefined,
  };
}

function valuesOf(context: RequestContext, key: string): readonly string[] {
  const wanted = key.toLowerCase();
  // The stand-ins listen on loopback only and pretend that callers used TLS.
  if (wanted === 'aws:securetransport') return ['true'];
  for (const [name, values] of Object.entries(context)) {
    if (name.toLowerCase() === wanted) return values;
  }
  return [];
}
