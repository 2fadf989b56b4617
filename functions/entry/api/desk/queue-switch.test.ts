import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MappingState } from '../../../../local/aws/contract.ts';
import { type Stand, standWith } from '../../../../local/aws/test-stand.ts';
import { newS3Client } from '../../../storage/s3-client.ts';
import { newQueueSwitch, type QueueSwitch } from './queue-switch.ts';

const uuid = '11111111-2222-3333-4444-555555555555';
const mapping: MappingState = {
  UUID: uuid,
  EventSourceArn: 'arn:aws:sqs:eu-central-1:123456789012:bug',
  FunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:dispatch',
  State: 'Enabled',
  BatchSize: 10,
};
let stand: Stand;
let state: MappingState['State'] = 'Enabled';
let now = 0;
let queueSwitch: QueueSwitch;

beforeAll(async () => {
  stand = await standWith({
    callbacks: {
      listMappings: () => [{ ...mapping, State: state }],
      updateMapping: (_uuid, { enabled }) => {
        state = enabled ? 'Enabled' : 'Disabled';
        return { ...mapping, State: state };
      },
    },
  });
});
beforeEach(() => {
  state = 'Enabled';
  const { region, endpoint, credentials } = stand.operator;
  const account = { region, endpoint, credentials: { ...credentials, sessionToken: undefined } };
  queueSwitch = newQueueSwitch({
    ...newS3Client(account),
    mappings: { bug: uuid },
    now: () => now,
  });
});
afterAll(() => stand[Symbol.asyncDispose]());

describe('a topic’s pause', () => {
  test('disables the mapping of its queue', async () => {
    await queueSwitch.set('bug', true);

    expect(state).toBe('Disabled');
    expect(await queueSwitch.paused()).toEqual(new Set(['bug']));
  });

  test('ends by enabling it', async () => {
    await queueSwitch.set('bug', true);

    await queueSwitch.set('bug', false);

    expect(await queueSwitch.paused()).toEqual(new Set());
  });

  test('made elsewhere is seen after fifteen seconds', async () => {
    await queueSwitch.paused();
    state = 'Disabled';

    const early = await queueSwitch.paused();
    now += 15_001;

    expect([early, await queueSwitch.paused()]).toEqual([new Set(), new Set(['bug'])]);
  });

  test('of an unknown topic fails', async () => {
    await expect(queueSwitch.set('none', true)).rejects.toThrow('no mapping');
  });
});
