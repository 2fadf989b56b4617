import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints, publicEndpoints, staffEndpoints } from '../../schemas/api/index.ts';
import { HookChannel } from '../../schemas/primitives.ts';
import { type SynthesizedDesk, synthesizeDesk } from './synthesized-desk.ts';

let desk: SynthesizedDesk;
beforeAll(() => {
  desk = synthesizeDesk();
});
afterAll(() => desk.forget());

type Route = { key: string; authorization: string };
const routes = (): Route[] =>
  desk
    .of('AWS::ApiGatewayV2::Route')
    .map(({ properties }) => ({
      key: String(properties['RouteKey']),
      authorization: String(properties['AuthorizationType']),
    }))
    .filter(({ key }) => !key.startsWith('$'));

describe('the HTTP API', () => {
  it('has a route for every endpoint, and hooks; nothing else', () => {
    const expected = [
      ...endpoints.map(({ method, path }) => `${method} ${path}`),
      ...HookChannel.options.map((channel) => `POST /hooks/${channel}/{connectionId}`),
      ...['whatsapp', 'messenger', 'instagram'].map(
        (channel) => `GET /hooks/${channel}/{connectionId}`,
      ),
    ];

    expect(
      routes()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(expected.sort());
  });

  it('lets nobody through to staff’s routes without a token', () => {
    const open = routes().filter(({ authorization }) => authorization !== 'JWT');

    for (const { method, path } of staffEndpoints)
      expect(open.map(({ key }) => key)).not.toContain(`${method} ${path}`);
  });

  it('throttles what anyone may call', () => {
    const stage = desk
      .of('AWS::ApiGatewayV2::Stage')
      .find(({ properties }) => properties['StageName'] === '$default');
    const limits = stage?.properties['RouteSettings'] as Record<string, unknown>;

    expect(Object.keys(limits).sort()).toEqual(
      publicEndpoints.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  it('has no hook of a channel that nobody connected', () => {
    const mailOnly = synthesizeDesk({
      connections: [
        {
          id: 'support',
          channel: 'mail',
          address: 'support@help.kopilka.example',
          name: 'Support',
          topic: 'other',
        },
      ],
    });
    const keys = mailOnly
      .of('AWS::ApiGatewayV2::Route')
      .map(({ properties }) => properties['RouteKey']);
    mailOnly.forget();

    expect(keys.filter((key) => String(key).includes('/hooks/'))).toEqual([]);
  });
});

describe('pages', () => {
  const policy = () => {
    const headers = JSON.stringify(desk.of('AWS::CloudFront::ResponseHeadersPolicy'));
    return headers;
  };

  it('run no script but ours and stand in no frame', () => {
    expect(policy()).toContain("script-src 'self';");
    expect(policy()).toContain("frame-ancestors 'none'");
    expect(policy()).not.toContain('unsafe-eval');
  });

  it('are answered by the app for any path without an ending', () => {
    const [code] = desk.of('AWS::CloudFront::Function');
    const source = String(code?.properties['FunctionCode']);
    const rewritten = (uri: string): string =>
      runInNewContext(`${source}; handler(event).uri`, {
        event: { request: { uri } },
      });

    expect(rewritten('/tickets/tkt_1042')).toBe('/index.html');
    expect(rewritten('/request')).toBe('/request.html');
    expect(rewritten('/openapi.json')).toBe('/openapi.json');
    expect(rewritten('/assets/app.js')).toBe('/assets/app.js');
  });

  it('reach the API under their own address', () => {
    const [distribution] = desk.of('AWS::CloudFront::Distribution');
    const config = distribution?.properties['DistributionConfig'] as {
      CacheBehaviors: { PathPattern: string }[];
    };

    expect(config.CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual([
      '/api/*',
      '/portal/*',
      '/hooks/*',
    ]);
  });
});
