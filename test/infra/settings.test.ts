import { afterEach, describe, expect, it } from 'vitest';
import settings from '../../desk.config.ts';
import { type SynthesizedDesk, synthesizeDesk } from './synthesized-desk.ts';

let desk: SynthesizedDesk | undefined;
afterEach(() => {
  desk?.forget();
  desk = undefined;
});

describe('a desk with as many topics as allowed', () => {
  it('fits into a stack', () => {
    const more = Array.from({ length: 40 - settings.topics.length }, (_, n) => `topic-${n}`);

    desk = synthesizeDesk({ topics: [...settings.topics, ...more] });

    const inDesk = desk.resources.filter(({ id }) => id.startsWith('firstline-prod-desk/'));
    expect(inDesk.length).toBeLessThan(500);
  });
});

describe('a desk in a small account', () => {
  it('reserves no concurrency', () => {
    desk = synthesizeDesk({ lambdaConcurrency: 10 });

    const reserved = desk
      .of('AWS::Lambda::Function')
      .filter(({ properties }) => properties['ReservedConcurrentExecutions'] !== undefined);
    expect(reserved).toEqual([]);
  });
});

describe('a desk whose company has its own issuer', () => {
  it('makes no user pool and trusts that issuer', () => {
    desk = synthesizeDesk({
      signIn: { kind: 'oidc', issuer: 'https://login.kopilka.example', clientId: 'desk' },
    });

    const [authorizer] = desk.of('AWS::ApiGatewayV2::Authorizer');
    expect(desk.of('AWS::Cognito::UserPool')).toEqual([]);
    expect(authorizer?.properties['JwtConfiguration']).toEqual({
      Issuer: 'https://login.kopilka.example',
      Audience: ['desk'],
    });
  });
});

describe('a desk with its own web address', () => {
  it('is served there with TLS 1.2 at least', () => {
    desk = synthesizeDesk({
      web: {
        host: 'desk.kopilka.example',
        certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d',
      },
    });

    const [distribution] = desk.of('AWS::CloudFront::Distribution');
    expect(distribution?.properties['DistributionConfig']).toMatchObject({
      Aliases: ['desk.kopilka.example'],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
  });
});

describe('wrong settings', () => {
  it('stop the synthesis with what is wrong', () => {
    expect(() => synthesizeDesk({ topics: ['payouts'] })).toThrow(/is not in topics/);
  });

  it('stop the synthesis when they are more than Lambda’s variables hold', () => {
    const hooks = Array.from({ length: 30 }, (_, n) => ({
      id: `shop-webhook-${n}`,
      channel: 'webhook' as const,
      name: `Shop number ${n} with its long name`,
      topic: 'other',
    }));

    expect(() => synthesizeDesk({ connections: hooks })).toThrow(/Lambda allows 4096/);
  });
});

describe('a desk with a virus scanner', () => {
  it('tells intake alone where it is', () => {
    desk = synthesizeDesk({ scanner: { kind: 'clamd', host: 'clamd.internal' } });

    const told = desk
      .of('AWS::Lambda::Function')
      .map(({ properties }) => JSON.stringify(properties))
      .filter((properties) => properties.includes('FILE_SCANNER'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('clamd.internal');
    expect(told[0]).toContain('3310');
  });
});
