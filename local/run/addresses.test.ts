import { describe, expect, it } from 'vitest';
import type { DeskModel } from '../template/model.ts';
import { policyRewriter, rewriter } from './addresses.ts';

const nothing = {
  functions: [],
  roles: [],
  tables: [],
  queues: [],
  secrets: [],
  topics: [],
  mappings: [],
  schedules: [],
  eventRules: [],
  mailEvents: [],
  receiptRules: [],
  mailIdentities: [],
  configurationSets: [],
  deployments: [],
  alarms: [],
  dashboards: [],
};
const model: DeskModel = {
  ...nothing,
  account: '000000000000',
  region: 'eu-west-1',
  buckets: [{ name: 'files' }],
  httpApis: [
    {
      id: 'h1',
      endpoint: 'https://h1.execute-api.eu-west-1.amazonaws.com',
      routes: [],
      throttle: { burst: 1, ratePerSecond: 1 },
    },
  ],
  webSocketApis: [
    {
      id: 'w1',
      endpoint: 'wss://w1.execute-api.eu-west-1.amazonaws.com/push',
      stage: 'push',
      selection: '$request.body.action',
      routes: {},
      answering: [],
    },
  ],
  distributions: [
    { domainName: 'd1.cloudfront.net', aliases: ['desk.example.com'], behaviors: [], errors: [] },
  ],
  signIn: {
    issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/p1',
    clientId: 'c',
    callbackUrls: [],
    logoutUrls: [],
    idTokenMinutes: 60,
    refreshTokenDays: 1,
  },
};
const local = {
  base: 'http://127.0.0.1:3000',
  aws: 'http://127.0.0.1:4000',
  issuer: 'http://127.0.0.1:3000/_local/sign-in',
};

describe('rewriting what a function is told', () => {
  it.each([
    [
      'https://sqs.eu-west-1.amazonaws.com/000000000000/inbound',
      'http://127.0.0.1:4000/000000000000/inbound',
    ],
    [
      'wss://w1.execute-api.eu-west-1.amazonaws.com/push',
      'ws://127.0.0.1:3000/_local/push/w1/push',
    ],
    [
      'https://w1.execute-api.eu-west-1.amazonaws.com/push',
      'http://127.0.0.1:4000/execute-api/w1/push',
    ],
    ['https://h1.execute-api.eu-west-1.amazonaws.com/api', 'http://127.0.0.1:3000/api'],
    ['https://desk.example.com/tickets', 'http://127.0.0.1:3000/tickets'],
    [
      '{"issuer":"https://cognito-idp.eu-west-1.amazonaws.com/p1"}',
      '{"issuer":"http://127.0.0.1:3000/_local/sign-in"}',
    ],
    ['https://api.telegram.org', 'http://127.0.0.1:3000/_local/outside/api.telegram.org'],
    ['http://127.0.0.1:9/x', 'http://127.0.0.1:9/x'],
    ['a plain value', 'a plain value'],
  ])('%s becomes %s', (given, expected) => {
    expect(rewriter(model, local)(given)).toBe(expected);
  });

  it('keeps only origins in a content security policy', () => {
    const policy =
      "connect-src 'self' wss://w1.execute-api.eu-west-1.amazonaws.com https://files.s3.eu-west-1.amazonaws.com; img-src https://x.example";

    expect(policyRewriter(model, local)(policy)).toBe(
      "connect-src 'self' ws://127.0.0.1:3000 http://127.0.0.1:4000; img-src https://x.example",
    );
  });
});
