import type { StoredAgent } from '../desk/people-stores.ts';
import { agentKey, emailKey, type Key, subjectKey, superAdminsKey } from './keys.ts';
import type { Table } from './table.ts';
import type { Step } from './transact.ts';

export const isSuperAdmin = (agent: StoredAgent): boolean =>
  agent.active && agent.role === 'super-admin';

/** The person's own item, and the pointers that come and go with address and subjects. */
export const agentSteps = (
  table: Table,
  { agent, before }: { readonly agent: StoredAgent; readonly before?: StoredAgent | undefined },
): { readonly own: Step; readonly pointers: readonly Step[] } => {
  const wanted = pointersOf(agent);
  const present = before ? pointersOf(before) : [];
  const isIn = (keys: readonly Key[]) => (key: Key) => keys.some(({ PK }) => PK === key.PK);
  return {
    own: {
      Put: {
        TableName: table.name,
        Item: { ...agentKey(agent.id), version: agent.version, agent },
        // Race: two admins edit one person. The second loads again.
        ...(before
          ? {
              ConditionExpression: 'version = :expects',
              ExpressionAttributeValues: { ':expects': before.version },
            }
          : { ConditionExpression: 'attribute_not_exists(PK)' }),
      },
    },
    pointers: [
      ...wanted
        .filter((key) => !isIn(present)(key))
        .map((key) => ({
          Put: {
            TableName: table.name,
            Item: { ...key, agentId: agent.id },
            // Race: two people are added with one address, or one subject signs in for both.
            ConditionExpression: 'attribute_not_exists(PK)',
          },
        })),
      ...present
        .filter((key) => !isIn(wanted)(key))
        .map((key) => ({ Delete: { TableName: table.name, Key: { ...key } } })),
    ],
  };
};

const pointersOf = (agent: StoredAgent): readonly Key[] => [
  emailKey(agent.email),
  ...agent.subjects.map(subjectKey),
];

/** Counts active super admins up or down. */
export const guardStep = (table: Table, change: number): Step => ({
  Update: {
    TableName: table.name,
    Key: { ...superAdminsKey },
    UpdateExpression: 'ADD superAdmins :change',
    // Race: the last two super admins demote each other at once. The second is refused.
    ...(change < 0 && { ConditionExpression: 'superAdmins > :one' }),
    ExpressionAttributeValues: { ':change': change, ...(change < 0 && { ':one': 1 }) },
  },
});

export const newGuardStep = (table: Table): Step => ({
  Put: {
    TableName: table.name,
    Item: { ...superAdminsKey, superAdmins: 1 },
    // Race: two people sign in to an empty desk at once. One becomes its first super admin.
    ConditionExpression: 'attribute_not_exists(PK)',
  },
});
