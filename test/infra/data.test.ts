import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SynthesizedDesk, synthesizeDesk } from './synthesized-desk.ts';

let desk: SynthesizedDesk;
beforeAll(() => {
  desk = synthesizeDesk();
});
afterAll(() => desk.forget());

describe('the table', () => {
  it('cannot be deleted by accident', () => {
    const [table] = desk.of('AWS::DynamoDB::Table');

    expect(table?.deletionPolicy).toBe('Retain');
    expect(table?.properties['DeletionProtectionEnabled']).toBe(true);
  });

  it('can be restored to any second', () => {
    const [table] = desk.of('AWS::DynamoDB::Table');

    expect(table?.properties['PointInTimeRecoverySpecification']).toEqual({
      PointInTimeRecoveryEnabled: true,
    });
  });

  it('costs nothing while nobody writes', () => {
    const [table] = desk.of('AWS::DynamoDB::Table');

    expect(table?.properties['BillingMode']).toBe('PAY_PER_REQUEST');
  });

  it('forgets what expired', () => {
    const [table] = desk.of('AWS::DynamoDB::Table');

    expect(table?.properties['TimeToLiveSpecification']).toEqual({
      AttributeName: 'expiresAt',
      Enabled: true,
    });
  });
});

describe('what customers wrote', () => {
  it('stays when a stack is deleted', () => {
    const holding = [
      ...desk.of('AWS::S3::Bucket').filter(({ id }) => id.includes('-data/')),
      ...desk.of('AWS::SQS::Queue'),
    ];

    expect(holding.length).toBeGreaterThan(2);
    for (const { id, deletionPolicy } of holding)
      expect({ id, kept: deletionPolicy?.startsWith('Retain') }).toEqual({ id, kept: true });
  });

  it('is never public and travels by TLS only', () => {
    for (const { properties } of desk.of('AWS::S3::Bucket')) {
      expect(properties['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    }
    const policies = JSON.stringify(desk.of('AWS::S3::BucketPolicy'));
    expect(policies.match(/"aws:SecureTransport":"false"/g)).toHaveLength(
      desk.of('AWS::S3::Bucket').length,
    );
  });

  it('can be had back for a month after it was overwritten', () => {
    const buckets = desk.of('AWS::S3::Bucket').filter(({ id }) => id.includes('-data/'));

    for (const { properties } of buckets)
      expect(properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
  });
});

describe('the signing key', () => {
  it('outlives its stack: reply addresses given to customers depend on it', () => {
    const signing = desk
      .of('AWS::SecretsManager::Secret')
      .find(({ properties }) => properties['GenerateSecretString']);

    expect(signing?.deletionPolicy).toBe('Retain');
  });
});
