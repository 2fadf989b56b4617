import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CorsRule,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/**
 * A private bucket that outlives its stack: encrypted, TLS only, versioned so that an overwritten or
 * deleted object can be had back for a month.
 */
export class KeptBucket extends Bucket {
  constructor(
    scope: Construct,
    id: string,
    { cors, lifecycle = [] }: { cors?: CorsRule[]; lifecycle?: LifecycleRule[] } = {},
  ) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      cors,
      lifecycleRules: [
        {
          id: 'forget-old-versions',
          noncurrentVersionExpiration: Duration.days(30),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        ...lifecycle,
      ],
    });
    acknowledge(this, {
      'AwsSolutions-S1':
        'Only our functions and SES reach this bucket; who may is in their roles, and CloudTrail data events can be turned on per account. Access logs would cost a second bucket and tell less.',
    });
  }
}
