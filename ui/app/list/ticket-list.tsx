import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { useKeys } from '../../parts/keys.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { complain } from '../../parts/toast.tsx';
import { onChange } from '../../state/push.ts';
import { lastOpened } from '../../state/ticket.ts';
import {
  failure,
  hasMore,
  isOutdated,
  items,
  type ListOf,
  listState,
  openList,
  showMore,
} from '../../state/ticket-list.ts';
import { texts } from '../../texts/texts.ts';
import { TicketRow } from './ticket-row.tsx';
import './list.css';

type Props = {
  list: ListOf;
  title: string;
  empty: string;
  tabs?: ComponentChildren;
  actions?: ComponentChildren;
};

/** One work list: most urgent first, worked with `j`, `k` and Enter. It never moves under the person's hands. */
export const TicketList = ({ list, title, empty, tabs, actions }: Props) => {
  const key = JSON.stringify(list);
  const words = texts.value.list;
  useEffect(() => {
    focusHeading();
    void openList(list);
  }, [key]);
  usePageTitle(title);
  useEffect(() => onChange((tickets) => noticeChange(list, tickets)), [key]);

  return (
    <section class="list" aria-busy={listState.value === 'loading'}>
      <header class="list-head">
        <h1 tabIndex={-1}>{title}</h1>
        {isOutdated.value && (
          <button type="button" class="refresh" onClick={() => void openList(list)}>
            {words.changed} · {words.refresh}
          </button>
        )}
        {actions}
      </header>
      {tabs}
      <Rows list={list} empty={empty} />
    </section>
  );
};

/** An empty list fills by itself; a full one only says that it has changed. */
const noticeChange = (
  list: ListOf,
  tickets: readonly { id: string; topic: string }[] | 'gap',
): void => {
  const concerns =
    tickets === 'gap' ||
    tickets.some(
      (ticket) =>
        items.value.some((shown) => shown.id === ticket.id) ||
        (list.of === 'topic' ? ticket.topic === list.topic : true),
    );
  if (!concerns) return;
  if (items.value.length === 0) void openList(list);
  else isOutdated.value = true;
};

const Rows = ({ list, empty }: { list: ListOf; empty: string }) => {
  const { route } = useLocation();
  const selected = useSignal(0);
  const isReading = useSignal(false);
  const keys = useMemo(() => {
    const select = (step: number) => {
      selected.value = Math.min(Math.max(selected.value + step, 0), items.value.length - 1);
      document.querySelector<HTMLElement>(`[data-row="${selected.value}"]`)?.focus();
    };
    return {
      j: () => select(document.activeElement?.hasAttribute('data-row') ? 1 : 0),
      k: () => select(-1),
      o: () => {
        const ticket = items.value[selected.value];
        if (ticket) route(`/tickets/${ticket.id}`);
      },
    };
  }, []);
  useKeys(keys);
  // Back from a ticket: its row has the focus, and `j`, `k` go on from there.
  useEffect(() => {
    const index = items.value.findIndex(({ id }) => id === lastOpened());
    if (index < 0 || listState.value !== 'ready') return;
    selected.value = index;
    document.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus();
  }, [listState.value]);

  if (listState.value === 'failed')
    return (
      <div class="empty">
        <p>{sentenceOf(failure.value)}</p>
        <button type="button" onClick={() => void openList(list)}>
          {texts.value.app.tryAgain}
        </button>
      </div>
    );
  if (listState.value === 'loading') return <Skeleton />;
  if (items.value.length === 0) return <p class="empty">{empty}</p>;

  const readOn = async () => {
    isReading.value = true;
    await showMore(list).catch(complain);
    isReading.value = false;
  };
  return (
    <>
      <ul class="rows">
        {items.value.map((ticket, index) => (
          <TicketRow
            key={ticket.id}
            ticket={ticket}
            index={index}
            showsTopic={list.of !== 'topic'}
          />
        ))}
      </ul>
      {hasMore.value && (
        <p class="more">
          <button type="button" disabled={isReading.value} onClick={() => void readOn()}>
            {texts.value.list.more}
          </button>
        </p>
      )}
    </>
  );
};

const Skeleton = () => (
  <ul class="rows" aria-hidden="true">
    {Array.from({ length: 8 }, (_, row) => (
      <li key={row} class="skeleton" />
    ))}
  </ul>
);
