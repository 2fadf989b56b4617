import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Bucket, HttpMethods, StorageClass } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { DeskSettings } from '../schemas/settings.ts';
import { acknowledge } from './constructs/acknowledge.ts';
import { ConnectionSecrets } from './constructs/connection-secrets.ts';
import { DeskTable } from './constructs/desk-table.ts';
import { KeptBucket } from './constructs/kept-bucket.ts';

/** Where SES puts received mail inside the raw bucket. */
export const mailPrefix = 'mail/';

/** Everything that must survive a mistake: deleting this stack leaves table, buckets and signing key in place. */
export class DataStack extends Stack {
  readonly table: Table;
  /** Bytes as they were received: `mail/` by SES, `hook/` for bodies too large for a queue. */
  readonly rawBucket: Bucket;
  /** Attachments and long bodies, put and read by signed links. */
  readonly filesBucket: Bucket;
  /** Signs reply addresses, push tokens and upload grants. A lost key orphans every reply address given out. */
  readonly signingSecret: Secret;
  readonly connectionSecrets: ConnectionSecrets;

  constructor(scope: Construct, id: string, props: StackProps & { settings: DeskSettings }) {
    super(scope, id, { terminationProtection: true, ...props });
    this.table = new DeskTable(this, 'Table');
    this.rawBucket = new KeptBucket(this, 'RawMail', {
      lifecycle: [
        {
          id: 'cheaper-when-old',
          transitions: [
            { storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(30) },
          ],
        },
      ],
    });
    this.rawBucket.addToResourcePolicy(sesMayStore(this, this.rawBucket));
    this.filesBucket = new KeptBucket(this, 'Files', {
      lifecycle: [
        // What a message named was copied to `files/`; the rest was never sent.
        { id: 'forget-uploads', prefix: 'uploads/', expiration: Duration.days(2) },
        // The audit trail, for whoever asked for it; the link lasts five minutes.
        {
          id: 'forget-exports',
          prefix: 'exports/',
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
      cors: [
        {
          // The signed link is the permission and no cookie takes part, so the origin protects nothing;
          // the app's own is not known before the stacks that stand on this one.
          allowedOrigins: ['*'],
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET, HttpMethods.HEAD],
          allowedHeaders: ['content-type', 'content-disposition', 'x-amz-*'],
          exposedHeaders: ['etag'],
          maxAge: 3600,
        },
      ],
    });
    this.signingSecret = new Secret(this, 'Signing', {
      description: 'Signs reply addresses, push tokens and upload grants',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.signingSecret, {
      'AwsSolutions-SMG4':
        'A rotated key would orphan the reply addresses customers already hold; replacing it is a deliberate act (RUNBOOK).',
    });
    this.connectionSecrets = new ConnectionSecrets(this, 'Connections', props.settings);
  }
}

/** SES writes as itself; the condition keeps other accounts' rules out of our bucket. */
function sesMayStore(stack: Stack, bucket: Bucket): PolicyStatement {
  return new PolicyStatement({
    sid: 'SesMayStore',
    principals: [new ServicePrincipal('ses.amazonaws.com')],
    actions: ['s3:PutObject'],
    resources: [bucket.arnForObjects(`${mailPrefix}*`)],
    conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
  });
}
