import { describe, expect, it } from 'vitest';
import { agentAddress, agentTokenOf, isForAgent } from './agent-address.ts';
import { ticketOfReplyAddress } from './reply-address.ts';

const secret = 'a secret of 32 characters or more';
const bound = { ticketNumber: '1042', agentId: 'agt_ann', lastPublicId: 'msg_0123456789abcdef' };
const address = agentAddress('support@desk.example', bound, secret);
const token = agentTokenOf(address);

describe('the address an agent answers to', () => {
  it('names ticket and newest message, in few lower-case letters', () => {
    expect(token).toMatchObject({
      ticketNumber: '1042',
      seen: 'abcdef',
      mailbox: 'support@desk.example',
    });
    expect(address).toBe(address.toLowerCase());
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  });

  it('is that agent’s alone, under the newer secret and the older', () => {
    const given = token ?? expect.fail();

    expect(isForAgent(given, 'agt_ann', [secret])).toBe(true);
    expect(isForAgent(given, 'agt_ann', ['the newer one', secret])).toBe(true);
    expect(isForAgent(given, 'agt_bob', [secret])).toBe(false);
    expect(isForAgent(given, 'agt_ann', ['another'])).toBe(false);
  });

  it.each([
    ['another ticket', { ticketNumber: '1043' }],
    ['another message', { seen: 'abcdeg' }],
    ['another mailbox', { mailbox: 'sales@desk.example' }],
  ])('is worthless for %s', (_, changed) => {
    expect(isForAgent({ ...(token ?? expect.fail()), ...changed }, 'agt_ann', [secret])).toBe(
      false,
    );
  });

  it('is no customer’s address', () => {
    expect(ticketOfReplyAddress(address, [secret])).toBeUndefined();
    expect(agentTokenOf('support+1042.k3j4h5g6f7aa@desk.example')).toBeUndefined();
  });
});
