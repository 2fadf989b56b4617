import type { ConnectionOf } from '../../schemas/connection.ts';

const common = { channel: 'phone', name: 'Kopilka', topic: 'other' } as const;

/** One telephone connection of each provider. */
export const phones = {
  twilio: {
    ...common,
    id: 'phone',
    provider: 'twilio',
    accountSid: 'AC00000000000000000000000000000001',
    number: '+493056790001',
  },
  connect: {
    ...common,
    id: 'call-center',
    provider: 'amazon-connect',
    instanceArn:
      'arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555',
  },
  log: { ...common, id: 'office-phone', provider: 'call-log' },
} as const satisfies Record<string, ConnectionOf<'phone'>>;
