import { describe, expect, it } from 'vitest';
import type { Statement } from '../contract.ts';
import { policyOf } from './policy.ts';

const queue = 'arn:aws:sqs:eu-central-1:123456789012:inbound';
const allow = (more: Partial<Statement>): Statement => ({
  Effect: 'Allow',
  Action: 'sqs:SendMessage',
  Resource: queue,
  ...more,
});

describe('a policy', () => {
  it('denies what nothing allows', () => {
    const policy = policyOf([allow({})]);

    expect(policy.isAllowed('sqs:SendMessage', queue, {})).toBe(true);
    expect(policy.isAllowed('sqs:DeleteMessage', queue, {})).toBe(false);
    expect(policy.isAllowed('sqs:SendMessage', `${queue}-dead`, {})).toBe(false);
  });

  it('knows wildcards in actions without case and in resources with case', () => {
    const policy = policyOf([allow({ Action: 'SQS:Send*', Resource: 'arn:aws:sqs:*:*:in?ound' })]);

    expect(policy.isAllowed('sqs:SendMessageBatch', queue, {})).toBe(true);
    expect(policy.isAllowed('sqs:SendMessage', queue.replace('inbound', 'Inbound'), {})).toBe(
      false,
    );
  });

  it('lets a deny win over any allow', () => {
    const policy = policyOf([allow({ Action: '*', Resource: '*' }), allow({ Effect: 'Deny' })]);

    expect(policy.isAllowed('sqs:SendMessage', queue, {})).toBe(false);
    expect(policy.isAllowed('sqs:DeleteMessage', queue, {})).toBe(true);
  });

  it.each([
    ['StringEquals', 'ses:FromAddress', 'a@x.de', ['a@x.de'], true],
    ['StringEquals', 'ses:FromAddress', 'a@x.de', ['b@x.de'], false],
    ['StringEquals', 'ses:FromAddress', 'a@x.de', [], false],
    ['StringNotEquals', 'ses:FromAddress', 'a@x.de', ['b@x.de'], true],
    ['StringLikeIfExists', 'ses:FromAddress', '*@x.de', [], true],
    ['ForAllValues:StringLike', 'dynamodb:LeadingKeys', 'tkt#*', ['tkt#1', 'tkt#2'], true],
    ['ForAllValues:StringLike', 'dynamodb:LeadingKeys', 'tkt#*', ['tkt#1', 'agt#2'], false],
    ['ForAnyValue:StringEquals', 'dynamodb:LeadingKeys', 'a', ['b', 'a'], true],
    ['Bool', 'aws:SecureTransport', 'true', [], true],
  ])('holds %s %s %s against %j: %s', (operator, key, wanted, values, expected) => {
    const policy = policyOf([allow({ Condition: { [operator]: { [key]: wanted } } })]);

    expect(policy.isAllowed('sqs:SendMessage', queue, { [key]: values })).toBe(expected);
  });

  it('throws at start for an operator or key it does not know', () => {
    const withCondition = (operator: string, key: string) => () =>
      policyOf([allow({ Condition: { [operator]: { [key]: '1' } } })]);

    expect(withCondition('NumericLessThan', 'ses:FromAddress')).toThrow('NumericLessThan');
    expect(withCondition('StringEquals', 'aws:PrincipalTag/x')).toThrow('aws:PrincipalTag/x');
  });

  it('lists what no call has needed', () => {
    const policy = policyOf([
      allow({ Action: ['sqs:SendMessage', 'sqs:PurgeQueue'], Resource: [queue, 'arn:other'] }),
      allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::raw/*' }),
    ]);

    policy.isAllowed('sqs:SendMessage', queue, {});

    expect(policy.unused()).toEqual([
      { action: 'sqs:PurgeQueue', resource: `${queue}, arn:other` },
      { action: 'sqs:SendMessage, sqs:PurgeQueue', resource: 'arn:other' },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::raw/*' },
    ]);
  });
});
