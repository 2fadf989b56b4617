import { expect, test } from 'vitest';
import { auditStore } from '../../functions/dynamo/audit.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { anApi, aStoredAgent, claimsFor } from '../make/an-api.ts';
import { aTable } from './a-table.ts';

test('peaks that several leads declare at once are all there, each with its line on record', async () => {
  const table = await aTable();
  const lead = aStoredAgent({ id: 'agt_lead', role: 'lead' });
  const { send, now } = anApi([lead], { desk: deskStore(table), audit: auditStore(table) });
  const declare = (name: string) =>
    send({
      method: 'POST',
      path: '/api/peaks/declare',
      claims: claimsFor(lead),
      body: { name, hours: 2 },
    });

  const answers = await Promise.all(['Payments', 'Parcels', 'Push'].map(declare));

  const stored = await deskStore(table).load('peaks');
  const { items: trail } = await auditStore(table).list({ limit: 10, until: now });
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(stored?.version).toBe(3);
  expect(stored?.items.map(({ name }) => name).toSorted()).toEqual(['Parcels', 'Payments', 'Push']);
  expect(trail.map(({ action }) => action)).toEqual(Array(3).fill('peak.declared'));
});
