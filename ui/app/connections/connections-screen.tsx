import { useEffect } from 'preact/hooks';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import {
  type ConnectionView,
  connections,
  followConnections,
  isAilingState,
  isStale,
  readConnections,
} from '../../state/connections.ts';
import { texts } from '../../texts/texts.ts';
import { ConnectionRow } from './connection-row.tsx';
import { words } from './words.ts';

/** How often the page reads itself again while nothing is awaited, seconds. */
const calm = 15;

/** What is wrong comes first; the rest stays in the order of the settings. */
const inOrder = (all: readonly ConnectionView[]) =>
  all.toSorted(
    (one, other) =>
      Number(isAilingState(other.health.state)) - Number(isAilingState(one.health.state)),
  );

/** Every end of the desk: whether it works, since when, and what to do when it does not. */
export const ConnectionsScreen = () => {
  const { title, hint, none, stale } = words.value;
  usePageTitle(title);
  useEffect(() => {
    focusHeading();
    return followConnections(calm);
  }, []);
  const all = connections.value;
  return (
    <section class="connections" aria-busy={!all && !isStale.value}>
      <header class="list-head">
        <h1 tabIndex={-1}>{title}</h1>
      </header>
      <p class="hint">{hint}</p>
      {isStale.value && (
        <p class="connections-stale" role="status">
          {all ? stale : texts.value.problems.offline}{' '}
          <button type="button" class="link" onClick={() => void readConnections()}>
            {texts.value.app.tryAgain}
          </button>
        </p>
      )}
      {all?.length === 0 && <p class="empty">{none}</p>}
      <ul>
        {inOrder(all ?? []).map((connection) => (
          <ConnectionRow key={connection.id} connection={connection} />
        ))}
      </ul>
    </section>
  );
};
