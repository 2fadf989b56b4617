import { Stack } from 'aws-cdk-lib';
import {
  CfnApi,
  CfnIntegration,
  CfnRoute,
  CfnRouteResponse,
  CfnStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { allow, type Grant } from './grant.ts';

const stageName = 'push';
const routeKeys = ['$connect', '$disconnect', '$default'] as const;

/** The WebSocket API over which screens learn that something changed, and visitors of the site chat speak. */
export class PushDoor extends Construct {
  readonly #api: CfnApi;
  /** `wss://…/push`: where the browser connects. */
  readonly url: string;
  /** `wss://…` without a path, as content policies name it. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { name }: { name: string }) {
    super(scope, id);
    this.#api = new CfnApi(this, 'Api', {
      name,
      protocolType: 'WEBSOCKET',
      routeSelectionExpression: '$request.body.type',
    });
    this.origin = `wss://${this.#host}`;
    this.url = `${this.origin}/${stageName}`;
    const stage = new CfnStage(this, 'Stage', {
      apiId: this.#api.ref,
      stageName,
      autoDeploy: true,
      defaultRouteSettings: { throttlingRateLimit: 500, throttlingBurstLimit: 1000 },
    });
    acknowledge(stage, {
      'AwsSolutions-APIG1':
        'A WebSocket’s log needs a role that belongs to the whole account and region, not to this stack; the function logs every connection.',
    });
  }

  /** Every connection and every message goes to this function. */
  answeredBy(target: LambdaFunction): void {
    const { partition, region, account } = Stack.of(this);
    target.addPermission('FromPushDoor', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: `arn:${partition}:execute-api:${region}:${account}:${this.#api.ref}/${stageName}/*`,
    });
    const integration = new CfnIntegration(this, 'ToFunction', {
      apiId: this.#api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${target.functionArn}/invocations`,
    });
    for (const routeKey of routeKeys) {
      const route = new CfnRoute(this, routeKey.slice(1), {
        apiId: this.#api.ref,
        routeKey,
        target: `integrations/${integration.ref}`,
        authorizationType: 'NONE',
        ...(routeKey === '$default' && { routeResponseSelectionExpression: '$default' }),
      });
      if (routeKey === '$default') this.#answers(route);
      acknowledge(route, {
        'AwsSolutions-APIG4':
          'A browser cannot set headers on a WebSocket: the function checks the signed one-minute token in the address.',
      });
    }
  }

  /** What the function returns for a message goes back over the same socket: without this it would be dropped. */
  #answers(route: CfnRoute): void {
    new CfnRouteResponse(this, 'Answers', {
      apiId: this.#api.ref,
      routeId: route.ref,
      routeResponseKey: '$default',
    });
  }

  /** The callback address, and the right to send to whoever is connected. */
  mayPush(): Grant {
    const { partition, region, account } = Stack.of(this);
    const connections = `arn:${partition}:execute-api:${region}:${account}:${this.#api.ref}/${stageName}/POST/@connections/*`;
    const apiId = Stack.of(this).getLogicalId(this.#api);
    return {
      value: `https://${this.#host}/${stageName}`,
      statements: [allow(['execute-api:ManageConnections'], [connections])],
      accepts: {
        [`AwsSolutions-IAM5[Resource::arn:aws:execute-api:${region}:<AWS::AccountId>:<${apiId}>/${stageName}/POST/@connections/*]`]:
          'Connection ids are made up by the gateway when a browser connects.',
      },
    };
  }

  get #host(): string {
    return `${this.#api.ref}.execute-api.${Stack.of(this).region}.amazonaws.com`;
  }
}
