import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * A variable and the permission to use what it names, given in one breath: whoever takes the variable
 * away takes the permission away.
 */
export type Grant = {
  value: string;
  statements: PolicyStatement[];
  /** cdk-nag findings these statements cause, to the reason they are right. */
  accepts?: Record<string, string>;
};

export function allow(actions: readonly string[], resources: readonly string[]): PolicyStatement {
  return new PolicyStatement({ actions: [...actions], resources: [...resources] });
}

/** One variable, several permissions to what it names. */
export const together = (first: Grant, ...others: readonly Grant[]): Grant => ({
  value: first.value,
  statements: [first, ...others].flatMap(({ statements }) => statements),
  accepts: Object.assign({}, ...[first, ...others].map(({ accepts }) => accepts)),
});
