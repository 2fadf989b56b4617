import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeskSettings } from '../schemas/settings.ts';
import { AlarmTopic } from './constructs/alarm-topic.ts';
import { contactEvents } from './constructs/contact-events.ts';
import { DeskQueues } from './constructs/desk-queues.ts';
import { FrontDoor } from './constructs/front-door.ts';
import { HttpDoor } from './constructs/http-door.ts';
import { MailIn } from './constructs/mail-in.ts';
import { MailOut } from './constructs/mail-out.ts';
import { PushDoor } from './constructs/push-door.ts';
import { alarmOnService } from './constructs/service-alarms.ts';
import { SignIn, signInOrigins } from './constructs/sign-in.ts';
import { type DataStack, mailPrefix } from './data-stack.ts';
import { apiFunction } from './functions/api.ts';
import { chatFunction } from './functions/chat.ts';
import { clockFunction } from './functions/clock.ts';
import { deliverFunction } from './functions/deliver.ts';
import { digestFunction } from './functions/digest.ts';
import { dispatchFunction } from './functions/dispatch.ts';
import { feedbackFunction } from './functions/feedback.ts';
import { hookFunction } from './functions/hook.ts';
import { intakeFunction } from './functions/intake.ts';
import type { Parts } from './functions/parts.ts';
import { portalFunction } from './functions/portal.ts';
import { relayFunction } from './functions/relay.ts';
import { tallyFunction } from './functions/tally.ts';

export type DeskStackProps = StackProps & {
  settings: DeskSettings;
  data: DataStack;
  /** Where the routes of the staff API are put. */
  staffRoutes: Stack;
  /** Folder with one bundled function per folder. */
  codeFolder: string;
};

/** The desk at work: everything here can be thrown away and deployed again. */
export class DeskStack extends Stack {
  readonly frontDoor: FrontDoor;

  constructor(
    scope: Construct,
    id: string,
    { settings, data, staffRoutes, codeFolder, ...props }: DeskStackProps,
  ) {
    super(scope, id, props);
    const prefix = `firstline-${settings.stage}`;
    const { topics, domain } = settings;
    const tell = new AlarmTopic(this, 'Alarms', { address: settings.alarmAddress });

    const http = new HttpDoor(this, 'Http', { name: prefix, staffRoutes });
    const push = new PushDoor(this, 'Push', { name: `${prefix}-push` });
    this.frontDoor = new FrontDoor(this, 'FrontDoor', {
      settings,
      apiDomain: http.domainName,
      sources: {
        files: `https://${data.filesBucket.bucketRegionalDomainName}`,
        push: push.origin,
        signIn: signInOrigins(this, settings),
      },
    });
    const appUrl = this.frontDoor.url;
    const signIn = new SignIn(this, 'SignIn', { settings, appUrl });
    http.admit(signIn);

    const queues = new DeskQueues(this, 'Queues', { prefix, topics, tell });
    const inbound = queues.inbound.queue;
    const feedback = queues.feedback.queue;
    const { rawBucket } = data;
    const { ruleSetName } = new MailIn(this, 'MailIn', {
      prefix,
      domain,
      rawBucket,
      mailPrefix,
      inbound,
    });
    contactEvents(this, { connections: settings.connections, inbound });
    const mailOut = new MailOut(this, 'MailOut', { prefix, domain, feedback });

    const parts: Parts = {
      settings,
      prefix,
      codeFolder,
      data,
      http,
      push,
      appUrl,
      signIn,
      queues,
      mailOut,
    };
    dispatchFunction(this, parts);
    apiFunction(this, parts);
    portalFunction(this, parts);
    hookFunction(this, parts);
    chatFunction(this, parts);
    intakeFunction(this, parts);
    const relay = relayFunction(this, parts).lambda;
    const tally = tallyFunction(this, parts).lambda;
    deliverFunction(this, parts);
    feedbackFunction(this, parts);
    const clock = clockFunction(this, parts).lambda;
    const digest = digestFunction(this, parts).lambda;
    alarmOnService(this, { tell, http, relay, tally, clock, digest });

    new CfnOutput(this, 'AppUrl', { value: appUrl, description: 'Where people work' });
    const filesOrigin = `https://${data.filesBucket.bucketRegionalDomainName}`;
    new CfnOutput(this, 'ChatContentPolicy', {
      value: `script-src ${appUrl}; connect-src ${appUrl} ${push.origin} ${filesOrigin}`,
      description: 'What a page with the site chat must allow',
    });
    new CfnOutput(this, 'RuleSetName', {
      value: ruleSetName,
      description: 'Receipt rules to activate',
    });
    new CfnOutput(this, 'Issuer', { value: signIn.issuer, description: 'Where staff sign in' });
  }
}
