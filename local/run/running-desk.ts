import type { SentMail } from '../aws/access.ts';
import type { AwsServices } from '../aws/contract.ts';
import type { DeskModel } from '../template/model.ts';
import { putEvent } from './event-bus.ts';
import type { Faults, PlannedFault } from './faults.ts';
import type { FunctionSet } from './function-set.ts';
import type { Outcome } from './lambda/protocol.ts';
import type { About } from './lock.ts';
import type { Outside, OutsideFailure } from './outside/outside.ts';
import type { RecordedCall, RecordedCalls } from './outside/recorded-calls.ts';
import { mintToken } from './sign-in/mint-token.ts';

/** A mail the desk sent, with its bytes as the receiver gets them. */
export type OutboxMail = SentMail & { raw: Buffer };

/** A started desk in the hands of a test, a benchmark or `npm start`. Functions by short name. */
export type RunningDesk = {
  baseUrl: string;
  smtpPort: number;
  awsEndpoint: string;
  issuer: string;
  dataFolder: string;
  model: DeskModel;
  aws: AwsServices;
  /** An ID token of somebody in `people.json`. */
  token: (email: string) => Promise<string>;
  /** Mails sent, newest first. */
  outbox: (limit?: number) => Promise<OutboxMail[]>;
  /** Requests to servers outside, oldest first. */
  recordedCalls: () => RecordedCall[];
  /** The next calls to this host end like that. */
  failOutside: (failure: OutsideFailure) => void;
  /** What a function printed, oldest first. */
  logs: (functionName: string) => string[];
  /** Calls a function by hand, such as `clock` without waiting for its minute. */
  invoke: (functionName: string, event: unknown) => Promise<Outcome>;
  /** Tells the default event bus what another AWS service would; answers how many queues took it. */
  putEvent: (event: unknown) => Promise<number>;
  /** Ends a function in the middle of its work; answers how many environments were busy. */
  killFunction: (functionName: string) => Promise<number>;
  /** The next invocations of a function die at their n-th call to the outside. */
  failNext: (fault: PlannedFault) => void;
  /** Lets what runs come to its end for a moment, then ends everything. */
  stop: () => Promise<void>;
  /** Ends everything at once, as a power cut would. */
  crash: () => Promise<void>;
};

export function runningDesk(parts: {
  about: About;
  issuer: string;
  smtpPort: number;
  model: DeskModel;
  aws: AwsServices;
  functions: FunctionSet;
  faults: Faults;
  calls: RecordedCalls;
  outside: Outside;
  close: (options: { drains: boolean }) => Promise<void>;
}): RunningDesk {
  const { about, aws, functions, faults, calls, outside } = parts;
  const { dataFolder } = about;
  let closing: Promise<void> | undefined;
  return {
    baseUrl: about.base,
    smtpPort: parts.smtpPort,
    awsEndpoint: aws.endpoint,
    issuer: parts.issuer,
    dataFolder,
    model: parts.model,
    aws,
    token: (email) => mintToken({ dataFolder, email }),
    outbox: async (limit = 1_000) => {
      const mails = await aws.outbox.list(limit);
      return await Promise.all(
        mails.map(async (mail) => ({
          ...mail,
          raw: (await aws.outbox.raw(mail.messageId)) ?? Buffer.alloc(0),
        })),
      );
    },
    recordedCalls: () => calls.list(),
    failOutside: (failure) => outside.fail(failure),
    logs: (name) => functions.named(name).log.lines(),
    invoke: (name, event) => functions.named(name).invoke(event),
    putEvent: (event) => putEvent({ rules: parts.model.eventRules, queues: aws.queues }, event),
    killFunction: (name) => functions.named(name).kill(),
    failNext: (fault) =>
      faults.plan({ ...fault, functionName: functions.named(fault.functionName).model.name }),
    stop: () => (closing ??= parts.close({ drains: true })),
    crash: () => (closing ??= parts.close({ drains: false })),
  };
}
