import type { Incoming } from '../../channels/channel.ts';
import { identityKeyOf } from '../../desk/customers/identity-key.ts';

/** People served at once; their files are in memory meanwhile. */
const peopleAtOnce = 5;

/**
 * A provider's batch holds up to a thousand messages: each person's are taken in their order, different people's side by
 * side. Rejects with the first failure, when all that could be taken is taken; a repetition takes the rest.
 */
export async function eachPerson(
  incoming: readonly Incoming[],
  take: (one: Incoming) => Promise<void>,
): Promise<void> {
  const people = Map.groupBy(incoming, ({ inbound }) => identityKeyOf(inbound.sender)).values();
  const failures: unknown[] = [];
  const work = async () => {
    for (const messages of people)
      try {
        for (const message of messages) await take(message);
      } catch (error) {
        failures.push(error);
      }
  };
  await Promise.all(Array.from({ length: peopleAtOnce }, work));
  if (failures.length > 0) throw failures[0];
}
