import { Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  CfnConfigurationSet,
  CfnConfigurationSetEventDestination,
  EmailIdentity,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { allow, type Grant } from './grant.ts';

/** What we want to know about mail that left: matched by SES's names, told by EventBridge's. */
const eventTypes = ['delivery', 'bounce', 'complaint', 'reject', 'deliveryDelay'];
const detailTypes = [
  'Email Delivered',
  'Email Bounced',
  'Email Complaint Received',
  'Email Rejected',
  'Email Delivery Delayed',
];

export type MailOutProps = { prefix: string; domain: string; feedback: Queue };

/** The domain that replies leave from, and the way back of deliveries, bounces and complaints. */
export class MailOut extends Construct {
  readonly #identity: EmailIdentity;
  readonly #configurationSet: CfnConfigurationSet;
  readonly #domain: string;

  constructor(scope: Construct, id: string, { prefix, domain, feedback }: MailOutProps) {
    super(scope, id);
    this.#domain = domain;
    this.#configurationSet = new CfnConfigurationSet(this, 'Events', {
      name: `${prefix}-mail`,
      reputationOptions: { reputationMetricsEnabled: true },
      deliveryOptions: { tlsPolicy: 'OPTIONAL' },
      suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    // With its own MAIL FROM domain SPF is aligned with From, which DMARC asks for.
    this.#identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(domain),
      mailFromDomain: `bounce.${domain}`,
    });
    new CfnConfigurationSetEventDestination(this, 'ToBus', {
      configurationSetName: this.#configurationSet.ref,
      eventDestination: {
        name: 'default-bus',
        enabled: true,
        matchingEventTypes: eventTypes,
        eventBridgeDestination: {
          // SES takes the default bus only.
          eventBusArn: EventBus.fromEventBusName(this, 'DefaultBus', 'default').eventBusArn,
        },
      },
    });
    new Rule(this, 'Feedback', {
      description: 'What became of mail that left, to the feedback queue',
      eventPattern: {
        source: ['aws.ses'],
        detailType: detailTypes,
        detail: { mail: { tags: { 'ses:configuration-set': [this.#configurationSet.ref] } } },
      },
      targets: [new SqsQueue(feedback)],
    });
  }

  /** The configuration set's name, and the right to send from our own domain's addresses and no other. */
  maySend(): Grant {
    const { partition, region, account } = Stack.of(this);
    const ses = `arn:${partition}:ses:${region}:${account}`;
    return {
      value: this.#configurationSet.ref,
      statements: [
        new PolicyStatement({
          actions: ['ses:SendEmail', 'ses:SendRawEmail'],
          resources: [
            `${ses}:identity/*`,
            `${ses}:configuration-set/${this.#configurationSet.ref}`,
          ],
          conditions: { StringLike: { 'ses:FromAddress': `*@${this.#domain}` } },
        }),
      ],
      accepts: {
        [`AwsSolutions-IAM5[Resource::arn:aws:ses:${region}:<AWS::AccountId>:identity/*]`]:
          'In the sandbox SES asks for the recipient’s identity, too. The condition holds the sender to our domain.',
      },
    };
  }

  /**
   * Address of the account's suppression list, and the right to read and change it: the desk's admins free an address
   * that works again. The service knows no resources here.
   */
  mayEditSuppressionList(): Grant {
    const { region } = Stack.of(this);
    return {
      value: `https://email.${region}.amazonaws.com/v2/email/suppression/addresses`,
      statements: [
        allow(
          [
            'ses:ListSuppressedDestinations',
            'ses:PutSuppressedDestination',
            'ses:DeleteSuppressedDestination',
          ],
          ['*'],
        ),
      ],
    };
  }

  /** DNS records that prove the domain is ours. */
  get dkimRecords(): { name: string; value: string }[] {
    return this.#identity.dkimRecords;
  }
}
