import type { AwsServices } from '../aws/contract.ts';
import type { EventRuleModel } from '../template/model.ts';
import { matchesPattern } from './mappings/pattern.ts';

type Bus = { readonly rules: readonly EventRuleModel[]; readonly queues: AwsServices['queues'] };

/** Puts an event of another AWS service where the default bus's rules say; answers how many queues took it. */
export async function putEvent({ rules, queues }: Bus, event: unknown): Promise<number> {
  const taking = rules
    .filter(({ pattern }) => matchesPattern(pattern, event))
    .flatMap(({ queueNames }) => queueNames);
  for (const name of taking) await queues.send(name, JSON.stringify(event));
  return taking.length;
}
