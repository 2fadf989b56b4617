import { Stack } from 'aws-cdk-lib';
import {
  CfnApi,
  CfnAuthorizer,
  CfnIntegration,
  CfnRoute,
  CfnStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { AccessLog } from './access-log.ts';
import { acknowledge } from './acknowledge.ts';

export type DoorRoute = { method: string; path: string };

/** Requests a second, and how many at once beyond that. */
type Throttle = { ratePerSecond: number; burst: number };

/**
 * The HTTP API: explicit routes only, so an unknown path dies here without starting a function. Routes are
 * written as plain resources: one integration and one permission per function instead of one per route.
 */
export class HttpDoor extends Construct {
  readonly domainName: string;
  readonly #api: CfnApi;
  readonly #stage: CfnStage;
  readonly #limits: Record<string, object> = {};
  readonly #staffRoutes: Construct;
  #authorizer: CfnAuthorizer | undefined;

  /** `staffRoutes`: another stack. One stack holds 500 resources, which a desk of forty topics comes near by itself. */
  constructor(
    scope: Construct,
    id: string,
    { name, staffRoutes }: { name: string; staffRoutes: Construct },
  ) {
    super(scope, id);
    this.#staffRoutes = staffRoutes;
    const { region } = Stack.of(this);
    this.#api = new CfnApi(this, 'Api', { name, protocolType: 'HTTP' });
    this.domainName = `${this.#api.ref}.execute-api.${region}.amazonaws.com`;
    this.#stage = new CfnStage(this, 'Stage', {
      apiId: this.#api.ref,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: new AccessLog(this, 'Log').settings,
      defaultRouteSettings: {
        // A burst of 1,000 webhooks a second passes; a flood beyond that is told to come again.
        throttlingRateLimit: 2000,
        throttlingBurstLimit: 2000,
        detailedMetricsEnabled: false,
      },
    });
  }

  get id(): string {
    return this.#api.ref;
  }

  /** Staff's bearer is the ID token: its audience is the client id. Checked here, before any function starts. */
  admit({ issuer, clientId }: { issuer: string; clientId: string }): void {
    this.#authorizer = new CfnAuthorizer(this, 'Staff', {
      apiId: this.#api.ref,
      name: 'staff',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer, audience: [clientId] },
    });
  }

  /** Routes that only staff may take. @throws before `admit`. */
  staff(target: LambdaFunction, routes: readonly DoorRoute[]): void {
    const authorizer = this.#authorizer;
    if (!authorizer) throw new Error('Say who is admitted before staff routes are added');
    for (const route of this.#routes(this.#staffRoutes, target, routes)) {
      route.authorizationType = 'JWT';
      route.authorizerId = authorizer.ref;
    }
  }

  /** Routes anyone may take. `reason` says why nobody has to sign in. */
  everyone(
    target: LambdaFunction,
    routes: readonly DoorRoute[],
    { reason, throttle }: { reason: string; throttle?: Throttle },
  ): void {
    for (const route of this.#routes(this, target, routes)) {
      acknowledge(route, { 'AwsSolutions-APIG4': reason });
      if (!throttle) continue;
      this.#limits[route.routeKey] = {
        ThrottlingRateLimit: throttle.ratePerSecond,
        ThrottlingBurstLimit: throttle.burst,
      };
      this.#stage.addResourceDependency(route);
    }
    if (throttle) this.#stage.routeSettings = this.#limits;
  }

  #routes(scope: Construct, target: LambdaFunction, routes: readonly DoorRoute[]): CfnRoute[] {
    const integration = this.#integrationOf(target);
    return routes.map(({ method, path }) => {
      const routeKey = `${method} ${path}`;
      return new CfnRoute(scope, routeKey.replaceAll('/', ':'), {
        apiId: this.#api.ref,
        routeKey,
        target: `integrations/${integration.ref}`,
        authorizationType: 'NONE',
      });
    });
  }

  #integrationOf(target: LambdaFunction): CfnIntegration {
    const { partition, region, account } = Stack.of(this);
    target.addPermission('FromHttpDoor', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: `arn:${partition}:execute-api:${region}:${account}:${this.#api.ref}/*/*`,
    });
    return new CfnIntegration(this, `To${target.node.scope?.node.id}`, {
      apiId: this.#api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: target.functionArn,
      payloadFormatVersion: '2.0',
    });
  }
}
