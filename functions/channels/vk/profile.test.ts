import { describe, expect, test } from 'vitest';
import { networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { vkProfile } from './profile.ts';

const connection = {
  id: 'vk',
  channel: 'vk',
  name: 'Kopilka VK',
  topic: 'other',
  groupId: '219619619',
} as const;
const secret = { accessToken: 'vk-token', secrets: [], confirmation: '' };
const nameFrom = (answer: object) =>
  vkProfile.nameOf('77', { connection, ...portsAnswering(secret, [answer]).ports });

describe('the name of a person on VK', () => {
  test('is what VK calls them', async () => {
    const answer = { response: [{ id: 77, first_name: 'Olya', last_name: 'Petrova' }] };

    expect(await nameFrom(answer)).toBe('Olya Petrova');
  });

  test.each([
    ['of somebody deleted', { response: [{ id: 77, first_name: 'DELETED', last_name: '' }] }],
    ['of nobody', { response: [] }],
    ['when it is refused', { error: { error_code: 5, error_msg: 'no' } }],
    ['when VK does not answer', networkError('ECONNRESET')],
  ])('is not known %s', async (_name, answer) => {
    expect(await nameFrom(answer)).toBeUndefined();
  });
});
