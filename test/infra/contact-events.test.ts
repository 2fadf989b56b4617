import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchesPattern } from '../../local/run/mappings/pattern.ts';
import { readModel } from '../../local/template/read-model.ts';
import { type SynthesizedDesk, synthesizeDesk } from './synthesized-desk.ts';

const instanceArn =
  'arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555';
const event = (detail: Record<string, unknown>) => ({
  source: 'aws.connect',
  'detail-type': 'Amazon Connect Contact Event',
  detail: { eventType: 'QUEUED', channel: 'VOICE', instanceArn, ...detail },
});

describe('calls of Amazon Connect', () => {
  let desk: SynthesizedDesk;
  beforeAll(() => {
    desk = synthesizeDesk();
  });
  afterAll(() => desk.forget());

  it('go from the event bus to the inbound queue, those of our instance only', async () => {
    const { eventRules } = await readModel(desk.folder);

    expect(eventRules).toMatchObject([{ queueNames: ['firstline-prod-inbound'] }]);
    const matches = (detail: Record<string, unknown>) =>
      matchesPattern(eventRules[0]?.pattern, event(detail));
    expect(matches({})).toBe(true);
    expect(matches({ channel: 'CHAT' })).toBe(false);
    expect(matches({ eventType: 'CONTACT_DATA_UPDATED' })).toBe(false);
    expect(matches({ instanceArn: 'arn:aws:connect:somebody-else' })).toBe(false);
  });

  it('are put on the queue by this rule and nobody else’s', () => {
    const policies = JSON.stringify(desk.of('AWS::SQS::QueuePolicy'));

    expect(policies).toContain('"Service":"events.amazonaws.com"');
    expect(policies).toContain('ContactEvents');
  });

  it('make no rule on a desk without such a connection', () => {
    const without = synthesizeDesk({
      connections: [
        {
          id: 'support',
          channel: 'mail',
          address: 'a@help.kopilka.example',
          name: 'A',
          topic: 'other',
        },
      ],
    });
    const rules = without.of('AWS::Events::Rule');
    without.forget();

    expect(JSON.stringify(rules)).not.toContain('aws.connect');
  });
});
