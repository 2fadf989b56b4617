import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type MailInProps = {
  prefix: string;
  domain: string;
  rawBucket: Bucket;
  mailPrefix: string;
  inbound: Queue;
};

/**
 * Mail for our domain is stored whole in S3, then told to the inbound queue by reference. Never by the SNS
 * action with content: that bounces mail above 150 KB back to its sender.
 * A region has one active rule set; activating ours is a deliberate step (DEPLOY).
 */
export class MailIn extends Construct {
  readonly ruleSetName: string;

  constructor(scope: Construct, id: string, props: MailInProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    this.ruleSetName = `${props.prefix}-mail`;
    const received = new Topic(this, 'Received', { enforceSSL: true });
    received.addToResourcePolicy(
      new PolicyStatement({
        sid: 'SesMayTell',
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [received.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
    received.addSubscription(new SqsSubscription(props.inbound, { rawMessageDelivery: true }));
    const ruleSet = new CfnReceiptRuleSet(this, 'Rules', { ruleSetName: this.ruleSetName });
    const rule = new CfnReceiptRule(this, 'Everything', {
      ruleSetName: this.ruleSetName,
      rule: {
        name: 'everything-for-the-desk',
        enabled: true,
        recipients: [props.domain],
        // Verdicts on spam and viruses come with the notification; intake acts on them.
        scanEnabled: true,
        tlsPolicy: 'Optional',
        actions: [
          {
            s3Action: {
              bucketName: props.rawBucket.bucketName,
              objectKeyPrefix: props.mailPrefix,
              topicArn: received.topicArn,
            },
          },
        ],
      },
    });
    rule.addResourceDependency(ruleSet);
    // SES tries the topic when the rule is made: its policy must be there.
    rule.node.addDependency(received);
  }
}
