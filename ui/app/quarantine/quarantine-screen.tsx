import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { useKeys } from '../../parts/keys.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { complain } from '../../parts/toast.tsx';
import { onChange } from '../../state/push.ts';
import { held, heldCursor, readHeld, readMoreHeld } from '../../state/quarantine.ts';
import { texts } from '../../texts/texts.ts';
import { HeldDetail } from './held-detail.tsx';
import { HeldRow } from './held-row.tsx';

/** What is held apart, and one of it looked at safely. `j` and `k` go through the list, `r` releases, `b` blocks. */
export const QuarantineScreen = () => {
  const { params } = useRoute();
  const { route } = useLocation();
  const words = texts.value.mail.quarantine;
  const chosen = params['ticketId'];
  usePageTitle(words.title);
  useEffect(() => {
    focusHeading();
    void readHeld().catch(complain);
  }, []);
  useEffect(followChanges, []);
  const keys = useMemo(() => {
    const step = (by: number) => {
      const items = held.value ?? [];
      const at = items.findIndex(({ id }) => location.pathname.endsWith(id));
      const next = items[at < 0 ? 0 : Math.min(Math.max(at + by, 0), items.length - 1)];
      if (next) route(`/quarantine/${next.id}`);
    };
    return { j: () => step(1), k: () => step(-1) };
  }, []);
  useKeys(keys);

  return (
    <section class={chosen ? 'quarantine chosen' : 'quarantine'}>
      <div class="quarantine-list">
        <header class="list-head">
          <h1 tabIndex={-1}>{words.title}</h1>
        </header>
        <QuarantineTabs of="held" />
        <p class="hint page-hint">{words.hint}</p>
        <Held chosen={chosen} />
      </div>
      <div class="quarantine-detail">
        {chosen ? <HeldDetail key={chosen} ticketId={chosen} /> : <Choose />}
      </div>
    </section>
  );
};

/** Changes are many and seldom about what is held apart, so they are gathered; a list read further stays as it is. */
const gatherMilliseconds = 5_000;

const followChanges = () => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!heldCursor.value) void readHeld().catch(() => undefined);
    }, gatherMilliseconds);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
};

export const QuarantineTabs = ({ of }: { of: 'held' | 'blocked' }) => {
  const words = texts.value.mail.quarantine;
  return (
    <nav class="tabs" aria-label={words.title}>
      <a href="/quarantine" aria-current={of === 'held' ? 'page' : undefined}>
        {words.held}
      </a>
      <a href="/blocked-senders" aria-current={of === 'blocked' ? 'page' : undefined}>
        {words.blocked}
      </a>
    </nav>
  );
};

const Choose = () =>
  held.value?.length ? <p class="empty">{texts.value.mail.quarantine.choose}</p> : null;

const Held = ({ chosen }: { chosen: string | undefined }) => {
  const words = texts.value.mail.quarantine;
  const isReading = useSignal(false);
  if (!held.value) return <p class="empty">{texts.value.app.loading}</p>;
  if (held.value.length === 0)
    return (
      <div class="empty">
        <p>{words.empty}</p>
        <p class="hint">{words.emptyHint}</p>
      </div>
    );
  const readOn = async () => {
    isReading.value = true;
    await readMoreHeld().catch(complain);
    isReading.value = false;
  };
  return (
    <>
      <ul class="rows">
        {held.value.map((ticket) => (
          <HeldRow key={ticket.id} ticket={ticket} isChosen={ticket.id === chosen} />
        ))}
      </ul>
      {heldCursor.value && (
        <p class="more">
          <button type="button" disabled={isReading.value} onClick={() => void readOn()}>
            {words.more}
          </button>
        </p>
      )}
    </>
  );
};
