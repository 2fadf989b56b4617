import * as z from 'zod';
import type { Role, Statement } from '../aws/contract.ts';
import type { Inventory } from './inventory.ts';
import { nameInArn } from './place.ts';

const texts = z.union([z.string(), z.array(z.string())]);
const statement = z
  .object({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Action: texts,
    Resource: texts,
    Condition: z.record(z.string(), z.record(z.string(), texts)).optional(),
  })
  .strict();
const document = z.object({
  Statement: z.union([z.array(statement), statement.transform((one) => [one])]),
});
const roleProperties = z.object({
  Policies: z.array(z.object({ PolicyDocument: document })).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
});
const policyProperties = z.object({
  PolicyDocument: document,
  Roles: z.array(z.string()).default([]),
});

/** Grants of AWS's own policies that a local call could need; logs and traces are not calls here. */
const WITHOUT_LOCAL_CALLS = [
  'service-role/AWSLambdaBasicExecutionRole',
  'AWSXRayDaemonWriteAccess',
  'AWSXrayWriteOnlyAccess',
];

/** Every role with the statements of its own, of attached policies and of managed policies. */
export function readRoles(inventory: Inventory): Role[] {
  const policies = [
    ...inventory.all('AWS::IAM::Policy', policyProperties),
    ...inventory.all('AWS::IAM::ManagedPolicy', policyProperties),
  ];
  return inventory.all('AWS::IAM::Role', roleProperties).map((role) => {
    const { Policies, ManagedPolicyArns } = role.properties;
    const attached = policies.filter(
      ({ properties, ref }) =>
        properties.Roles.includes(role.name) || ManagedPolicyArns.includes(ref),
    );
    const own = new Set(policies.map(({ ref }) => ref));
    refuseUnknownManagedPolicies(
      role.name,
      ManagedPolicyArns.filter((ref) => !own.has(ref)),
    );
    const statements: Statement[] = [
      ...Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
      ...attached.flatMap(({ properties }) => properties.PolicyDocument.Statement),
    ];
    return { name: nameInArn(role.name), statements };
  });
}

function refuseUnknownManagedPolicies(role: string, arns: string[]): void {
  const unknown = arns.filter((arn) => !WITHOUT_LOCAL_CALLS.some((known) => arn.endsWith(known)));
  if (unknown.length > 0) throw new Error(`${role}: unknown managed policy ${unknown.join(', ')}`);
}
