import { useSignal } from '@preact/signals';
import type { RoutingRules } from '../../../schemas/routing.ts';
import type { Output } from '../../api/client.ts';
import { complain } from '../../parts/toast.tsx';
import { call, topicNames } from '../../state/desk.ts';
import { actionTexts } from './in-words.ts';
import { words } from './words.ts';

type Outcome = { rules: RoutingRules; run: Output<'runRouting'> };

/** What the rules on the page would do with the newest tickets, before anything is saved. */
export const RunOver = ({ rules }: { rules: RoutingRules }) => {
  const { run: value } = words.value;
  const outcome = useSignal<Outcome | undefined>(undefined);
  const isBusy = useSignal(false);
  const start = async () => {
    isBusy.value = true;
    try {
      outcome.value = { rules, run: await call('runRouting', { body: { rules } }) };
    } catch (error) {
      complain(error);
    }
    isBusy.value = false;
  };
  return (
    <section class="side-panel" aria-labelledby="run-over" aria-busy={isBusy.value}>
      <h2 id="run-over">{value.title}</h2>
      <p class="hint">{value.hint}</p>
      <button type="button" disabled={isBusy.value} onClick={() => void start()}>
        {isBusy.value ? value.busy : value.button}
      </button>
      {isBusy.value && <progress aria-label={value.busy} />}
      <div role="status">
        {outcome.value && (
          <>
            {outcome.value.rules !== rules && <p class="hint">{value.old}</p>}
            <p>
              <b>
                {outcome.value.run.movedCount > 0
                  ? value.looked(outcome.value.run.movedCount, outcome.value.run.looked)
                  : value.nothing(outcome.value.run.looked)}
              </b>
            </p>
          </>
        )}
      </div>
      {outcome.value && outcome.value.run.movedCount > 0 && <Moved run={outcome.value.run} />}
    </section>
  );
};

const nameOf = (topic: string): string => topicNames.value.get(topic) ?? topic;
const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '');

const Moved = ({ run }: { run: Outcome['run'] }) => {
  const { run: value } = words.value;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{value.topic}</th>
            <th scope="col">{value.before}</th>
            <th scope="col">{value.after}</th>
            <th scope="col">{value.change}</th>
          </tr>
        </thead>
        <tbody>
          {run.topics
            .filter(({ before, after }) => before + after > 0)
            .map(({ topic, before, after }) => (
              <tr key={topic}>
                <th scope="row">{nameOf(topic)}</th>
                <td>{before}</td>
                <td>{after}</td>
                <td>
                  <b>{signed(after - before)}</b>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <ul class="moved-tickets">
        {run.moved.map((ticket) => (
          <li key={ticket.ticketId}>
            <a href={`/tickets/${ticket.ticketId}`}>
              #{ticket.number} {ticket.subject}
            </a>
            <span class="hint">
              {ticket.from === ticket.to
                ? actionTexts({ ...ticket.actions, topic: undefined }).join(' · ')
                : `${nameOf(ticket.from)} → ${nameOf(ticket.to)}`}
            </span>
          </li>
        ))}
      </ul>
      {run.movedCount > run.moved.length && (
        <p class="hint">{value.more(run.movedCount - run.moved.length)}</p>
      )}
    </>
  );
};
