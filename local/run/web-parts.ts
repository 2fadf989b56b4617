import { join } from 'node:path';
import type { AwsServices } from '../aws/contract.ts';
import type { DeskModel } from '../template/model.ts';
import { type LocalAddresses, policyRewriter } from './addresses.ts';
import type { FrontParts } from './front.ts';
import type { FunctionSet } from './function-set.ts';
import { HttpApi } from './http-api/http-api.ts';
import type { About } from './lock.ts';
import { Outside } from './outside/outside.ts';
import { RecordedCalls } from './outside/recorded-calls.ts';
import { LocalPages } from './pages/local-pages.ts';
import { chatConnectionIn } from './pages/shop-page.ts';
import { startSignIn } from './sign-in/sign-in.ts';
import { Site } from './site/site.ts';
import type { WebSocketApi } from './websocket/web-socket-api.ts';

export type WebPartsOptions = {
  model: DeskModel;
  aws: AwsServices;
  functions: FunctionSet;
  sockets: Map<string, WebSocketApi>;
  addresses: LocalAddresses;
  rewrite: (text: string) => string;
  about: About;
};

export type WebParts = FrontParts & { calls: RecordedCalls; outside: Outside; stop: () => void };

/** Everything that answers on the app's port: distribution or API, sockets, sign-in, own pages. */
export async function startWebParts(options: WebPartsOptions): Promise<WebParts> {
  const { model, aws, functions, addresses, rewrite, about, sockets } = options;
  const { dataFolder } = about;
  const calls = new RecordedCalls(join(dataFolder, 'outside', 'calls.jsonl'));
  const outside = new Outside(calls);
  const { base, issuer } = addresses;
  const signIn =
    model.signIn && (await startSignIn({ model: model.signIn, dataFolder, issuer, base, rewrite }));
  const apis = makeApis(model, functions, rewrite);
  const site = makeSite(options, apis);
  const pages = new LocalPages({
    outbox: aws.outbox,
    calls,
    outside,
    signIn,
    addresses,
    chatConnection: chatConnectionIn(model),
    about,
  });
  const [onlyApi] = apis.values();
  return {
    pages: (request, response) => pages.handle(request, response),
    app: async (request, response) => {
      await (site ?? onlyApi)?.handle(request, response);
    },
    socketsById: sockets,
    calls,
    outside,
    stop: () => signIn?.stop(),
  };
}

/** HTTP APIs by their host in AWS; tokens come from the local issuer. */
function makeApis(
  model: DeskModel,
  functions: FunctionSet,
  rewrite: (text: string) => string,
): Map<string, HttpApi> {
  const made = model.httpApis.map((api): [string, HttpApi] => {
    const routes = api.routes.map((route) => ({
      ...route,
      jwt: route.jwt && { ...route.jwt, issuer: rewrite(route.jwt.issuer) },
    }));
    const { account } = model;
    const http = new HttpApi({
      model: { ...api, routes },
      account,
      functionNamed: functions.named,
    });
    return [api.endpoint.replace('https://', ''), http];
  });
  return new Map(made);
}

function makeSite(options: WebPartsOptions, apis: Map<string, HttpApi>): Site | undefined {
  const { model, aws, addresses } = options;
  const [distribution, another] = model.distributions;
  if (another) throw new Error('Two distributions cannot share the one local port');
  return (
    distribution &&
    new Site({
      model: distribution,
      objects: aws.objects,
      apiAt: (host) => apis.get(host),
      rewrite: policyRewriter(model, addresses),
    })
  );
}
