import * as z from 'zod';
import type { Inventory, Typed } from './inventory.ts';
import type { CorsModel, HttpApiModel, RouteModel, WebSocketApiModel } from './model.ts';
import { functionNameIn } from './read-mappings.ts';

const texts = z.array(z.string()).default([]);
const corsProperties = z.object({
  AllowOrigins: texts,
  AllowMethods: texts,
  AllowHeaders: texts,
  ExposeHeaders: texts,
  MaxAge: z.coerce.number().optional(),
  AllowCredentials: z.boolean().default(false),
});
const apiProperties = z.object({
  ProtocolType: z.enum(['HTTP', 'WEBSOCKET']),
  RouteSelectionExpression: z.string().default('$request.body.action'),
  CorsConfiguration: corsProperties.optional(),
});
const routeProperties = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: texts,
  RouteResponseSelectionExpression: z.string().optional(),
});
const routeResponseProperties = z.object({
  RouteId: z.string(),
  RouteResponseKey: z.literal('$default'),
});
const integrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.string().optional(),
});
const authorizerProperties = z.object({
  AuthorizerType: z.literal('JWT'),
  JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.string() }),
});
const stageProperties = z.object({
  ApiId: z.string(),
  DefaultRouteSettings: z
    .object({
      ThrottlingBurstLimit: z.coerce.number().optional(),
      ThrottlingRateLimit: z.coerce.number().optional(),
    })
    .optional(),
});

type Route = Typed<z.infer<typeof routeProperties>>;

/** API Gateway's account quota, which applies where a stage names no limit of its own. */
const ACCOUNT_THROTTLE = { burst: 5_000, ratePerSecond: 10_000 };

export function readHttpApis(inventory: Inventory): HttpApiModel[] {
  return apisOf(inventory, 'HTTP').map((api) => {
    const limits = stageOf(inventory, api.ref)?.properties.DefaultRouteSettings;
    return {
      id: api.ref,
      endpoint: `https://${api.ref}.execute-api.${api.region}.amazonaws.com`,
      routes: routesOf(inventory, api.ref).map((route) => readRoute(inventory, route)),
      cors: api.properties.CorsConfiguration && readCors(api.properties.CorsConfiguration),
      throttle: {
        burst: limits?.ThrottlingBurstLimit ?? ACCOUNT_THROTTLE.burst,
        ratePerSecond: limits?.ThrottlingRateLimit ?? ACCOUNT_THROTTLE.ratePerSecond,
      },
    };
  });
}

export function readWebSocketApis(inventory: Inventory): WebSocketApiModel[] {
  return apisOf(inventory, 'WEBSOCKET').map((api) => {
    const stage = stageOf(inventory, api.ref)?.name ?? '$default';
    const routes = routesOf(inventory, api.ref);
    return {
      id: api.ref,
      endpoint: `wss://${api.ref}.execute-api.${api.region}.amazonaws.com/${stage}`,
      stage,
      selection: api.properties.RouteSelectionExpression,
      routes: Object.fromEntries(
        routes.map((route) => [route.properties.RouteKey, functionOf(inventory, route)]),
      ),
      answering: routes
        .filter((route) => isAnswering(inventory, route))
        .map(({ properties }) => properties.RouteKey),
    };
  });
}

/** Both are needed: the route selects a response, and the response exists. */
function isAnswering(inventory: Inventory, { ref, properties }: Route): boolean {
  return (
    properties.RouteResponseSelectionExpression === '$default' &&
    inventory
      .all('AWS::ApiGatewayV2::RouteResponse', routeResponseProperties)
      .some((response) => response.properties.RouteId === ref)
  );
}

function apisOf(inventory: Inventory, protocol: 'HTTP' | 'WEBSOCKET') {
  return inventory
    .all('AWS::ApiGatewayV2::Api', apiProperties)
    .filter(({ properties }) => properties.ProtocolType === protocol);
}

function routesOf(inventory: Inventory, apiId: string): Route[] {
  return inventory
    .all('AWS::ApiGatewayV2::Route', routeProperties)
    .filter(({ properties }) => properties.ApiId === apiId);
}

function stageOf(inventory: Inventory, apiId: string) {
  return inventory
    .all('AWS::ApiGatewayV2::Stage', stageProperties)
    .find(({ properties }) => properties.ApiId === apiId);
}

function functionOf(inventory: Inventory, { properties }: Route): string {
  const id = properties.Target.replace('integrations/', '');
  const integration = inventory.byRef('AWS::ApiGatewayV2::Integration', id, integrationProperties);
  return functionNameIn(integration.properties.IntegrationUri);
}

function readRoute(inventory: Inventory, route: Route): RouteModel {
  const { RouteKey, AuthorizationType, AuthorizerId, AuthorizationScopes } = route.properties;
  const authorizer =
    AuthorizationType === 'JWT'
      ? inventory.byRef('AWS::ApiGatewayV2::Authorizer', AuthorizerId ?? '', authorizerProperties)
      : undefined;
  return {
    key: RouteKey,
    functionName: functionOf(inventory, route),
    jwt: authorizer && {
      issuer: authorizer.properties.JwtConfiguration.Issuer,
      audience: authorizer.properties.JwtConfiguration.Audience,
    },
    scopes: AuthorizationScopes,
  };
}

function readCors(cors: z.infer<typeof corsProperties>): CorsModel {
  return {
    origins: cors.AllowOrigins,
    methods: cors.AllowMethods,
    headers: cors.AllowHeaders,
    exposedHeaders: cors.ExposeHeaders,
    maxAgeSeconds: cors.MaxAge,
    credentials: cors.AllowCredentials,
  };
}
