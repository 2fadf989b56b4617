import * as z from 'zod';
import type { AwsAccount } from '../../../aws/env.ts';
import { AwsRefusal, type SignedFetch } from '../../../aws/signed-fetch.ts';

/** Lambda's management calls allow few a second, and screens ask for the queues every few seconds. */
const cacheMilliseconds = 15_000;

/** The pause of a topic: the mapping between its queue and `dispatch`, switched off. Messages wait in the queue. */
export type QueueSwitch = {
  /** Topics that are paused now; up to 15 seconds old when another environment switched. */
  readonly paused: () => Promise<ReadonlySet<string>>;
  readonly set: (topic: string, isPaused: boolean) => Promise<void>;
};

const MappingState = z.object({ State: z.string() });

type Parts = {
  readonly account: AwsAccount;
  readonly send: SignedFetch;
  /** Topic → UUID of the event source mapping. */
  readonly mappings: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html */
export const newQueueSwitch = ({ account, send, mappings, now }: Parts): QueueSwitch => {
  let known: { readonly topics: Promise<ReadonlySet<string>>; readonly until: number } | undefined;

  const ask = async (uuid: string, enable?: boolean): Promise<string> => {
    const url = new URL(`${baseOf(account)}/2015-03-31/event-source-mappings/${uuid}`);
    const isChange = enable !== undefined;
    const request = {
      service: 'lambda',
      method: isChange ? 'PUT' : 'GET',
      url,
      headers: {
        accept: 'application/json',
        ...(isChange && { 'content-type': 'application/json' }),
      },
      body: isChange ? JSON.stringify({ Enabled: enable }) : undefined,
    } as const;
    const answer = await send(request);
    const text = await answer.text();
    if (!answer.ok) throw new AwsRefusal(request, answer.status, text);
    return MappingState.parse(JSON.parse(text)).State;
  };

  const askAll = async (): Promise<ReadonlySet<string>> => {
    const states = await Promise.all(
      Object.entries(mappings).map(async ([topic, uuid]) => ({ topic, state: await ask(uuid) })),
    );
    return new Set(
      states.filter(({ state }) => state.startsWith('Disabl')).map(({ topic }) => topic),
    );
  };

  return {
    paused: () => {
      if (known && known.until > now()) return known.topics;
      const topics = askAll();
      known = { topics, until: now() + cacheMilliseconds };
      topics.catch(() => {
        known = undefined;
      });
      return topics;
    },
    set: async (topic, isPaused) => {
      const uuid = mappings[topic];
      if (uuid === undefined) throw new Error(`topic ${topic} has no mapping`);
      await ask(uuid, !isPaused);
      known = undefined;
    },
  };
};

const baseOf = ({ endpoint, region }: AwsAccount): string =>
  endpoint ?? `https://lambda.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
