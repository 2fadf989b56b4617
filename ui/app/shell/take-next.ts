import { ApiProblem } from '../../api/client.ts';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { complain, say } from '../../parts/toast.tsx';
import { call, desk, lineNames } from '../../state/desk.ts';
import { refreshQueues } from '../../state/queues.ts';
import { mine, readTeam } from '../../state/team.ts';
import { texts } from '../../texts/texts.ts';
import { elsewhere } from './elsewhere.ts';

let isTaking = false;

/** Claims the next right ticket and goes there; says so when nothing is left. Pressing twice takes one. */
export const takeNext = async (route: (path: string) => void): Promise<void> => {
  if (isTaking) return;
  isTaking = true;
  try {
    const { ticket } = await call('takeNextTicket', { body: {} });
    if (ticket) route(`/tickets/${ticket.id}`);
    else say(await nothingText());
    void refreshQueues();
    // Who asks for work takes work: the desk may have said so.
    if (mine.value?.state !== 'available') void readTeam();
  } catch (error) {
    // Nothing went wrong: who has enough for today is told so, kindly.
    if (error instanceof ApiProblem && error.problem.code === 'capacity.reached')
      say(enoughText(error));
    else complain(error);
  } finally {
    isTaking = false;
  }
};

/** That this person has enough, by what is full. */
const enoughText = (error: ApiProblem): string => {
  const { enough } = texts.value.lines;
  const { detail = '' } = error.problem;
  return Object.hasOwn(enough, detail) ? enough[detail as keyof typeof enough] : sentenceOf(error);
};

/** That nothing is left for this person, and what waits for others. */
const nothingText = async (): Promise<string> => {
  const { queues } = await call('listQueues', {}).catch(() => ({ queues: [] }));
  const { n, lines } = elsewhere(queues, desk.value?.topics ?? []);
  if (n === 0) return texts.value.nav.noneLeft;
  const names = lines.map((line) => lineNames.value.get(line) ?? line);
  return texts.value.lines.noneForYou(n, names.join(', '));
};
