import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Lambda's own limit of all variables together. */
const bytesMax = 4096;
/** What the longest references become when deployed: an ARN, and an id or UUID. */
const arnLength = 115;
const idLength = 36;

/**
 * @throws when the settings ask for more variables than Lambda takes; a deploy would fail late and unclearly.
 */
export function stayWithinVariables(
  scope: Construct,
  name: string,
  variables: Readonly<Record<string, string>>,
): void {
  const resolved = Stack.of(scope).resolve(variables) as Record<string, unknown>;
  const bytes = Object.entries(resolved)
    .map(([variable, value]) => Buffer.byteLength(variable) + lengthOf(value))
    .reduce((sum, length) => sum + length, 0);
  if (bytes > bytesMax)
    throw new Error(
      `The variables of ${name} would take ${bytes} bytes and Lambda allows ${bytesMax}: use fewer connections or topics, or shorter names`,
    );
}

/** Length of a resolved value once its intrinsic functions are filled in. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + lengthOf(item), 0);
  if (typeof value !== 'object' || value === null) return String(value).length;
  const [intrinsic, argument] = Object.entries(value)[0] ?? [];
  if (intrinsic === 'Fn::Join') return lengthOf(argument);
  return intrinsic === 'Ref' ? idLength : arnLength;
}
