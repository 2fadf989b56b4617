import { isObject } from '../../template/json.ts';

/**
 * EventBridge's pattern language as event source mappings filter with it: every field of the
 * pattern must match one of its listed values.
 * @throws on an operator that is not known here
 */
export function matchesPattern(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) {
    const values = Array.isArray(value) ? value : [value];
    return pattern.some((wanted) => values.some((found) => matchesOne(wanted, found)));
  }
  if (!isObject(pattern)) throw new Error(`Not a filter pattern: ${JSON.stringify(pattern)}`);
  return Object.entries(pattern).every(([key, part]) => {
    if (key === '$or') return Array.isArray(part) && part.some((one) => matchesPattern(one, value));
    return matchesPattern(part, isObject(value) ? value[key] : undefined);
  });
}

function matchesOne(wanted: unknown, found: unknown): boolean {
  if (!isObject(wanted)) return wanted === found;
  const [[operator, argument] = ['', null]] = Object.entries(wanted);
  switch (operator) {
    case 'exists':
      return (found !== undefined) === argument;
    case 'prefix':
      return typeof found === 'string' && found.startsWith(String(argument));
    case 'suffix':
      return typeof found === 'string' && found.endsWith(String(argument));
    case 'anything-but': {
      const refused: unknown[] = Array.isArray(argument) ? argument : [argument];
      return found !== undefined && !refused.some((one) => matchesOne(one, found));
    }
    case 'equals-ignore-case':
      return String(found).toLowerCase() === String(argument).toLowerCase();
    default:
      throw new Error(`Filter operator ${operator} is not emulated`);
  }
}
