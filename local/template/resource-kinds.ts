import { secretArn, streamArn } from '../aws/arn.ts';
import { arn, globalArn, type Named, shortId } from './place.ts';

/** What a resource answers to Ref and GetAtt, and which property may name it. */
export type ResourceKind = {
  nameProperty?: string;
  ref: (resource: Named) => string;
  attributes?: Record<string, (resource: Named) => string>;
};

const byName = (resource: Named): string => resource.name;
const byArn =
  (service: string, prefix = '') =>
  (resource: Named) =>
    arn(resource, service, prefix + resource.name);
const iamArn = (prefix: string) => (resource: Named) =>
  globalArn(resource, 'iam', prefix + resource.name);
const nothing: ResourceKind = { ref: byName };

const queueUrl = ({ region, account, name }: Named): string =>
  `https://sqs.${region}.amazonaws.com/${account}/${name}`;
const tableStream = (resource: Named): string => streamArn(resource, resource.name);
const table: ResourceKind = {
  nameProperty: 'TableName',
  ref: byName,
  attributes: { Arn: byArn('dynamodb', 'table/'), StreamArn: tableStream },
};
export const poolId = (resource: Named): string => `${resource.region}_${shortId(resource)}`;
const poolHost = (resource: Named): string =>
  `cognito-idp.${resource.region}.amazonaws.com/${poolId(resource)}`;

/** Every type the runner knows. A type that is not here stops the start. */
export const resourceKinds: Record<string, ResourceKind> = {
  'AWS::ApiGatewayV2::Api': {
    ref: shortId,
    attributes: {
      ApiId: shortId,
      ApiEndpoint: (api) => `https://${shortId(api)}.execute-api.${api.region}.amazonaws.com`,
    },
  },
  'AWS::ApiGatewayV2::Authorizer': { ref: shortId },
  'AWS::ApiGatewayV2::Integration': { ref: shortId },
  'AWS::ApiGatewayV2::Route': { ref: shortId },
  'AWS::ApiGatewayV2::RouteResponse': { ref: shortId },
  'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName', ref: byName },
  'AWS::CDK::Metadata': nothing,
  'AWS::CertificateManager::Certificate': { ref: byArn('acm', 'certificate/') },
  'AWS::CloudFront::CachePolicy': { ref: shortId, attributes: { Id: shortId } },
  'AWS::CloudFront::Distribution': {
    ref: shortId,
    attributes: { Id: shortId, DomainName: (site) => `${shortId(site)}.cloudfront.net` },
  },
  'AWS::CloudFront::Function': {
    nameProperty: 'Name',
    ref: (code) => globalArn(code, 'cloudfront', `function/${code.name}`),
    attributes: {
      FunctionARN: (code) => globalArn(code, 'cloudfront', `function/${code.name}`),
      'FunctionMetadata.FunctionARN': (code) =>
        globalArn(code, 'cloudfront', `function/${code.name}`),
    },
  },
  'AWS::CloudFront::OriginAccessControl': { ref: shortId, attributes: { Id: shortId } },
  'AWS::CloudFront::OriginRequestPolicy': { ref: shortId, attributes: { Id: shortId } },
  'AWS::CloudFront::ResponseHeadersPolicy': { ref: shortId, attributes: { Id: shortId } },
  'AWS::CloudWatch::Alarm': {
    nameProperty: 'AlarmName',
    ref: byName,
    attributes: { Arn: byArn('cloudwatch', 'alarm:') },
  },
  'AWS::CloudWatch::CompositeAlarm': { nameProperty: 'AlarmName', ref: byName },
  'AWS::CloudWatch::Dashboard': { nameProperty: 'DashboardName', ref: byName },
  'AWS::Cognito::UserPool': {
    ref: poolId,
    attributes: {
      Arn: (pool) => arn(pool, 'cognito-idp', `userpool/${poolId(pool)}`),
      ProviderName: poolHost,
      ProviderURL: (pool) => `https://${poolHost(pool)}`,
      UserPoolId: poolId,
    },
  },
  'AWS::Cognito::UserPoolClient': { ref: shortId, attributes: { ClientId: shortId } },
  'AWS::Cognito::UserPoolDomain': { nameProperty: 'Domain', ref: byName },
  'AWS::Cognito::UserPoolGroup': { nameProperty: 'GroupName', ref: byName },
  'AWS::Cognito::UserPoolUser': { nameProperty: 'Username', ref: byName },
  'AWS::Cognito::ManagedLoginBranding': { ref: shortId },
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::Rule': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Arn: byArn('events', 'rule/') },
  },
  'AWS::IAM::ManagedPolicy': { nameProperty: 'ManagedPolicyName', ref: iamArn('policy/') },
  'AWS::IAM::Policy': { ref: byName },
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    ref: byName,
    attributes: { Arn: iamArn('role/'), RoleId: shortId },
  },
  'AWS::KMS::Alias': { nameProperty: 'AliasName', ref: byName },
  'AWS::KMS::Key': {
    ref: shortId,
    attributes: { Arn: (key) => arn(key, 'kms', `key/${shortId(key)}`), KeyId: shortId },
  },
  'AWS::Lambda::EventInvokeConfig': { ref: shortId },
  'AWS::Lambda::EventSourceMapping': {
    ref: shortId,
    attributes: {
      Id: shortId,
      EventSourceMappingArn: (mapping) =>
        arn(mapping, 'lambda', `event-source-mapping:${shortId(mapping)}`),
    },
  },
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    ref: byName,
    attributes: { Arn: byArn('lambda', 'function:') },
  },
  'AWS::Lambda::LayerVersion': { ref: byArn('lambda', 'layer:') },
  'AWS::Lambda::Permission': { ref: shortId },
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    ref: byName,
    attributes: { Arn: (group) => `${arn(group, 'logs', `log-group:${group.name}`)}:*` },
  },
  'AWS::Logs::MetricFilter': nothing,
  'AWS::Route53::RecordSet': nothing,
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    ref: byName,
    attributes: {
      Arn: (bucket) => `arn:aws:s3:::${bucket.name}`,
      DomainName: (bucket) => `${bucket.name}.s3.amazonaws.com`,
      RegionalDomainName: (bucket) => `${bucket.name}.s3.${bucket.region}.amazonaws.com`,
    },
  },
  'AWS::S3::BucketPolicy': nothing,
  'AWS::Scheduler::Schedule': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Arn: byArn('scheduler', 'schedule/default/') },
  },
  'AWS::Scheduler::ScheduleGroup': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Arn: byArn('scheduler', 'schedule-group/') },
  },
  'AWS::SecretsManager::Secret': {
    nameProperty: 'Name',
    ref: (secret) => secretArn(secret, secret.name),
    attributes: { Id: (secret) => secretArn(secret, secret.name) },
  },
  'AWS::SES::ConfigurationSet': { nameProperty: 'Name', ref: byName },
  'AWS::SES::ConfigurationSetEventDestination': { ref: shortId },
  'AWS::SES::EmailIdentity': {
    nameProperty: 'EmailIdentity',
    ref: byName,
    attributes: Object.fromEntries(
      [1, 2, 3].flatMap((n) => [
        [`DkimDNSTokenName${n}`, (mail: Named) => `token${n}._domainkey.${mail.name}`],
        [`DkimDNSTokenValue${n}`, () => `token${n}.dkim.amazonses.com`],
      ]),
    ),
  },
  'AWS::SES::ReceiptRule': { ref: byName },
  'AWS::SES::ReceiptRuleSet': { nameProperty: 'RuleSetName', ref: byName },
  'AWS::SNS::Subscription': { ref: byArn('sns') },
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    ref: byArn('sns'),
    attributes: { TopicArn: byArn('sns'), TopicName: byName },
  },
  'AWS::SNS::TopicPolicy': nothing,
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    ref: queueUrl,
    attributes: { Arn: byArn('sqs'), QueueName: byName, QueueUrl: queueUrl },
  },
  'AWS::SQS::QueuePolicy': nothing,
  'AWS::SSM::Parameter': { nameProperty: 'Name', ref: byName },
  'AWS::XRay::Group': { nameProperty: 'GroupName', ref: byName },
  'Custom::AWS': { ref: shortId },
  'Custom::CDKBucketDeployment': { ref: shortId },
  'Custom::LogRetention': { ref: byName },
  'Custom::S3AutoDeleteObjects': { ref: shortId },
};
