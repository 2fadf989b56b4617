import type { DeskModel } from '../template/model.ts';

/** Where the parts of one running desk are, all on loopback. */
export type LocalAddresses = {
  /** `http://127.0.0.1:PORT` of the app. */
  base: string;
  /** Of all AWS services. */
  aws: string;
  issuer: string;
};

/** Paths on the app's port that belong to the runner and not to the deployed app. */
export const LOCAL = {
  root: '/_local',
  issuer: '/_local/sign-in',
  socket: '/_local/push',
  outside: '/_local/outside',
  outbox: '/_local/outbox',
  /** A page of somebody else's with the site chat on it. */
  shop: '/_local/shop',
};

const OTHER_HOST = /https?:\/\/(?!127\.0\.0\.1|localhost)([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::\d+)?/gi;

/**
 * Rewrites what the template points at in AWS to where it is here, and everything else that has a
 * host to the recorded stand-in: nothing a function is told to call leaves this machine.
 */
export function rewriter(model: DeskModel, local: LocalAddresses): (text: string) => string {
  const rewrite = awsRewriter(model, local);
  return (text) =>
    rewrite(text).replaceAll(
      OTHER_HOST,
      (_, host: string) => `${local.base}${LOCAL.outside}/${host}`,
    );
}

/**
 * For a content security policy: AWS addresses become local origins, without paths (a path without
 * a final slash would allow exactly that address); foreign hosts stay, they are names and not calls.
 */
export function policyRewriter(model: DeskModel, local: LocalAddresses): (text: string) => string {
  const rewrite = awsRewriter(model, local);
  return (text) =>
    rewrite(text).replaceAll(/((?:https?|ws):\/\/127\.0\.0\.1:\d+)\/[^\s;,]*/g, '$1');
}

function awsRewriter(model: DeskModel, local: LocalAddresses): (text: string) => string {
  const pairs = [...pairsOf(model, local)].sort(([a], [b]) => b.length - a.length);
  return (text) => {
    let rewritten = text;
    for (const [from, to] of pairs) rewritten = rewritten.replaceAll(from, to);
    return rewritten;
  };
}

function* pairsOf(model: DeskModel, local: LocalAddresses): Generator<[string, string]> {
  const { region } = model;
  yield [`https://sqs.${region}.amazonaws.com`, local.aws];
  yield [`https://email.${region}.amazonaws.com`, local.aws];
  for (const { name } of model.buckets) {
    yield [`https://${name}.s3.${region}.amazonaws.com`, `${local.aws}/${name}`];
    yield [`https://${name}.s3.amazonaws.com`, `${local.aws}/${name}`];
  }
  yield [`https://s3.${region}.amazonaws.com`, local.aws];
  for (const api of model.httpApis) yield [api.endpoint, local.base];
  for (const api of model.webSocketApis) {
    const path = `${LOCAL.socket}/${api.id}/${api.stage}`;
    const here = local.base.replace('http:', 'ws:');
    yield [api.endpoint, here + path];
    yield [api.endpoint.slice(0, -api.stage.length - 1), here];
    // The management endpoint for @connections is one of AWS's services.
    yield [
      api.endpoint.replace('wss:', 'https:'),
      `${local.aws}/execute-api/${api.id}/${api.stage}`,
    ];
  }
  for (const site of model.distributions) {
    yield* [site.domainName, ...site.aliases].map((host): [string, string] => [
      `https://${host}`,
      local.base,
    ]);
  }
  if (model.signIn) {
    yield [model.signIn.issuer, local.issuer];
    yield [`https://cognito-idp.${region}.amazonaws.com`, local.base];
    if (model.signIn.loginHost) yield [`https://${model.signIn.loginHost}`, local.issuer];
  }
}
