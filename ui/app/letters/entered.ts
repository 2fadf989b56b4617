import { signal } from '@preact/signals';
import { ApiProblem } from '../../api/client.ts';
import { call } from '../../state/desk.ts';

/** A letter entered on this screen: where it became a ticket, once it has. */
export type Entered = {
  connectionId: string;
  year: number;
  registerNumber: string;
  subject: string;
  ticketId?: string;
  /** Nobody waits for its ticket any more. */
  isSlow?: boolean;
};

/** Of this visit, newest first. */
export const entered = signal<readonly Entered[]>([]);

const isSame = (one: Entered, other: Entered) =>
  one.connectionId === other.connectionId &&
  one.year === other.year &&
  one.registerNumber === other.registerNumber;

const put = (letter: Entered): void => {
  entered.value = entered.value.map((one) => (isSame(one, letter) ? letter : one));
};

/** How often intake is asked, and how long it is waited for, milliseconds. */
const pause = 1_500;
const patience = 60_000;

/** Lists a letter and looks for its ticket until it is there. Answers the ticket's id, or undefined when it takes long. */
export const follow = async (letter: Entered): Promise<string | undefined> => {
  entered.value = [letter, ...entered.value.filter((one) => !isSame(one, letter))].slice(0, 30);
  if (letter.ticketId) return letter.ticketId;
  const { connectionId, year, registerNumber } = letter;
  const end = Date.now() + patience;
  while (Date.now() < end) {
    try {
      const { ticketId } = await call('findLetter', {
        query: { connectionId, year, registerNumber },
      });
      put({ ...letter, ticketId });
      return ticketId;
    } catch (error) {
      // Not yet taken in, or nobody answered: asked again either way.
      if (error instanceof ApiProblem && error.problem.status === 401) break;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  put({ ...letter, isSlow: true });
  return undefined;
};
