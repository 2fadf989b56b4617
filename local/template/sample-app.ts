import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  App,
  aws_apigatewayv2 as gateway,
  aws_apigatewayv2_authorizers as authorizers,
  aws_apigatewayv2_integrations as integrations,
  aws_cloudfront as cloudfront,
  aws_cloudfront_origins as origins,
  aws_cognito as cognito,
  aws_dynamodb as dynamodb,
  aws_events as events,
  aws_events_targets as targets,
  aws_lambda as lambda,
  aws_lambda_event_sources as sources,
  aws_s3 as s3,
  aws_s3_deployment as deployment,
  aws_ses as ses,
  aws_ses_actions as actions,
  aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
  aws_sqs as sqs,
  CfnOutput,
  Duration,
  Stack,
} from 'aws-cdk-lib';

/** Source of each function of the sample, by name. */
export type SampleCode = Record<'api' | 'worker' | 'follower' | 'push' | 'clock', string>;

/* oxlint-disable no-new -- a construct joins its scope by being made */
/** A small desk-shaped app for the tests of the reader and the runner. Answers the folder of its assembly. */
export function synthesizeSample(code: SampleCode): string {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-sample-'));
  const app = new App({ outdir: join(folder, 'cdk.out'), analyticsReporting: false });
  const data = new Stack(app, 'sample-data', { env: { region: 'eu-west-1' } });
  const desk = new Stack(app, 'sample-desk', { env: { region: 'eu-west-1' } });

  const table = new dynamodb.TableV2(data, 'Table', {
    partitionKey: { name: 'PK', type: dynamodb.AttributeType.STRING },
    sortKey: { name: 'SK', type: dynamodb.AttributeType.STRING },
    dynamoStream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
    timeToLiveAttribute: 'expiresAt',
  });
  const raw = new s3.Bucket(data, 'Raw');
  const received = new sns.Topic(data, 'Received');
  const deadLetters = new sqs.Queue(data, 'WorkDead');
  const work = new sqs.Queue(data, 'Work', {
    visibilityTimeout: Duration.seconds(6),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 2 },
  });
  received.addSubscription(new subscriptions.SqsSubscription(work, { rawMessageDelivery: true }));
  const rules = new ses.ReceiptRuleSet(data, 'Rules');
  rules.addRule('Inbound', {
    recipients: ['in.example.com', 'desk@example.org'],
    scanEnabled: true,
    actions: [new actions.S3({ bucket: raw, objectKeyPrefix: 'mail/', topic: received })],
  });

  const make = (name: keyof SampleCode, options: Partial<lambda.FunctionProps> = {}) => {
    const source = join(folder, name);
    mkdirSync(source);
    writeFileSync(join(source, 'index.mjs'), code[name]);
    return new lambda.Function(desk, name, {
      functionName: name,
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(source),
      timeout: Duration.seconds(2),
      ...options,
    });
  };
  const api = make('api', {
    environment: {
      TABLE_NAME: table.tableName,
      QUEUE_URL: work.queueUrl,
      TELEGRAM_API_BASE: 'https://api.telegram.org',
    },
  });
  table.grantReadWriteData(api);
  work.grantSendMessages(api);
  const worker = make('worker');
  worker.addEventSource(
    new sources.SqsEventSource(work, {
      batchSize: 5,
      reportBatchItemFailures: true,
      maxConcurrency: 2,
    }),
  );
  const follower = make('follower');
  follower.addEventSource(
    new sources.DynamoEventSource(table, {
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      bisectBatchOnError: true,
      retryAttempts: 3,
      onFailure: new sources.SqsDlq(deadLetters),
    }),
  );
  const clock = make('clock');
  const later = new sqs.Queue(desk, 'Later', { deliveryDelay: Duration.seconds(30) });
  new events.Rule(desk, 'Minute', {
    schedule: events.Schedule.rate(Duration.minutes(1)),
    targets: [new targets.LambdaFunction(clock), new targets.SqsQueue(later)],
  });
  const pool = new cognito.UserPool(data, 'People');
  const client = pool.addClient('Web', { oAuth: { callbackUrls: ['https://desk.example.com/'] } });
  const jwt = new authorizers.HttpJwtAuthorizer('SignIn', pool.userPoolProviderUrl, {
    jwtAudience: [client.userPoolClientId],
  });
  const http = new gateway.HttpApi(desk, 'Http');
  const integration = new integrations.HttpLambdaIntegration('Api', api);
  http.addRoutes({
    path: '/api/things/{id}',
    methods: [gateway.HttpMethod.GET],
    integration,
    authorizer: jwt,
  });
  http.addRoutes({ path: '/hooks/{proxy+}', methods: [gateway.HttpMethod.POST], integration });
  const socket = new gateway.WebSocketApi(desk, 'Socket', {
    connectRouteOptions: {
      integration: new integrations.WebSocketLambdaIntegration('Connect', make('push')),
    },
  });
  new gateway.WebSocketStage(desk, 'Live', {
    webSocketApi: socket,
    stageName: 'live',
    autoDeploy: true,
  });
  api.addEnvironment('ISSUER', pool.userPoolProviderUrl);

  const toApi = {
    origin: new origins.HttpOrigin(`${http.apiId}.execute-api.eu-west-1.amazonaws.com`),
    allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
  };
  const web = new s3.Bucket(desk, 'Web');
  const site = new cloudfront.Distribution(desk, 'Site', {
    defaultRootObject: 'index.html',
    defaultBehavior: {
      origin: origins.S3BucketOrigin.withOriginAccessControl(web),
      functionAssociations: [
        {
          eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
          function: new cloudfront.Function(desk, 'Paths', {
            code: cloudfront.FunctionCode.fromInline(
              "function handler(event) { var r = event.request; if (!r.uri.includes('.')) r.uri = '/index.html'; return r; }",
            ),
          }),
        },
      ],
    },
    additionalBehaviors: { '/api/*': toApi, '/hooks/*': toApi },
  });
  new deployment.BucketDeployment(desk, 'Pages', {
    destinationBucket: web,
    sources: [deployment.Source.data('index.html', '<h1>Sample</h1>')],
  });
  new CfnOutput(desk, 'Address', { value: site.distributionDomainName });
  app.synth();
  return join(folder, 'cdk.out');
}
