import { describe, expect, test } from 'vitest';
import type { Customer } from '../../../../schemas/customer.ts';
import { aCustomer } from '../../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../../test/make/an-api.ts';
import { memoryCustomers } from '../../../../test/make/memory-customers.ts';

const olga = aStoredAgent();
const claimed: Customer = aCustomer({
  id: 'cus_0000000000000000000000bb',
  name: 'ann lee',
  identities: [
    {
      channel: 'mail',
      connectionId: 'unverified',
      externalId: 'ann@customer.example',
      isVerified: false,
    },
  ],
});
const ann = aCustomer();

const aCard = () => {
  const customers = memoryCustomers(ann, claimed);
  const api = anApi([olga], { customers });
  const ask = (method: string, path: string, otherId?: string) =>
    api.send({
      method,
      path: `/api/customers/${path}`,
      claims: claimsFor(olga),
      ...(otherId && { body: JSON.stringify({ otherId }) }),
    });
  return { ask, audits: customers.audits };
};

describe('a customer’s card', () => {
  test('says who else it may be, and why', async () => {
    const { body } = await aCard().ask('GET', ann.id);

    expect(body).toMatchObject({
      customer: { id: ann.id },
      merged: [],
      suggestions: [
        {
          customer: { id: claimed.id },
          reason: 'same-address',
          value: 'ann@customer.example',
          isSameName: true,
        },
      ],
    });
  });

  test('shows both as one once they are merged, from either side', async () => {
    const { ask } = aCard();

    const merged = await ask('POST', `${ann.id}/merge`, claimed.id);
    const other = await ask('GET', claimed.id);

    expect(merged.status).toBe(200);
    for (const { body } of [merged, other])
      expect(body).toMatchObject({
        customer: { id: ann.id, identities: [{}, {}] },
        merged: [{ id: claimed.id }],
        suggestions: [],
      });
  });

  test('is merged once, however often it is asked', async () => {
    const { ask } = aCard();

    await ask('POST', `${ann.id}/merge`, claimed.id);
    const again = await ask('POST', `${ann.id}/merge`, claimed.id);

    expect(again).toMatchObject({ status: 200, body: { customer: { version: 2 } } });
  });

  test('is parted again for good: nobody suggests it any more', async () => {
    const { ask } = aCard();
    await ask('POST', `${ann.id}/merge`, claimed.id);

    const parted = await ask('POST', `${ann.id}/part`, claimed.id);

    expect(parted).toMatchObject({
      status: 200,
      body: { customer: { identities: [{}] }, merged: [], suggestions: [] },
    });
  });

  test('is merged and parted on record, once each', async () => {
    const { ask, audits } = aCard();

    await ask('POST', `${ann.id}/merge`, claimed.id);
    await ask('POST', `${ann.id}/merge`, claimed.id);
    await ask('POST', `${ann.id}/part`, claimed.id);

    const line = { target: ann.id, by: { id: olga.id }, changes: { otherId: claimed.id } };
    expect(audits).toMatchObject([
      { action: 'customer.merged', ...line },
      { action: 'customer.parted', ...line },
    ]);
  });

  test('cannot part what is not merged', async () => {
    const answer = await aCard().ask('POST', `${ann.id}/part`, claimed.id);

    expect(answer).toMatchObject({ status: 404, body: { code: 'customer.not-merged' } });
  });
});
