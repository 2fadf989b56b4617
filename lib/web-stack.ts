import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { acknowledge } from './constructs/acknowledge.ts';
import type { FrontDoor } from './constructs/front-door.ts';
import { importedObjectsFinding } from './constructs/wildcard-finding.ts';

export type WebStackProps = StackProps & {
  frontDoor: FrontDoor;
  /** `dist/web`, made by the bundle. */
  webFolder: string;
};

/** The screens’ files (hashed assets kept for a year, pages asked for anew), after the API they talk to is in place. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { frontDoor, webFolder, ...props }: WebStackProps) {
    super(scope, id, props);
    const common = {
      destinationBucket: frontDoor.bucket,
      memoryLimit: 512,
      // Files of earlier builds stay: a tab that is open may still load one of them.
      prune: false,
      retainOnDelete: false,
      logGroup: new LogGroup(this, 'Logs', {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    };
    const assets = new BucketDeployment(this, 'Assets', {
      ...common,
      sources: [Source.asset(join(webFolder, 'assets'))],
      destinationKeyPrefix: 'assets',
      cacheControl: [CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    });
    const pages = new BucketDeployment(this, 'Pages', {
      ...common,
      sources: [Source.asset(webFolder, { exclude: ['assets'] })],
      distribution: frontDoor.distribution,
      distributionPaths: ['/*'],
      cacheControl: [CacheControl.noCache()],
    });
    // Pages name assets, so these come first.
    pages.node.addDependency(assets);
    acknowledge(this, deploymentFindings(frontDoor.bucket));
  }
}

/** This stack is one construct of the AWS library: a function that runs while CloudFormation deploys. */
function deploymentFindings(screens: IBucket): Record<string, string> {
  const reason =
    'Part of the AWS construct library’s BucketDeployment: it copies our own assets into the screens’ bucket during a deploy and is not called otherwise.';
  const wildcards = [
    'Action::s3:GetBucket*',
    'Action::s3:GetObject*',
    'Action::s3:List*',
    'Action::s3:Abort*',
    'Action::s3:DeleteObject*',
    'Resource::*',
  ].map((finding) => `AwsSolutions-IAM5[${finding}]`);
  const assets = `AwsSolutions-IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${Stack.of(screens).region}/*]`;
  const managed =
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]';
  const ids = [
    ...wildcards,
    assets,
    managed,
    importedObjectsFinding(screens, '*'),
    'AwsSolutions-L1',
  ];
  return Object.fromEntries(ids.map((id) => [id, reason]));
}
