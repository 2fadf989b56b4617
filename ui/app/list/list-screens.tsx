import { useRoute } from 'preact-iso/router';
import type { TicketGroup } from '../../../schemas/ticket.ts';
import { complain } from '../../parts/toast.tsx';
import { call, can, topicNames } from '../../state/desk.ts';
import { queues } from '../../state/queues.ts';
import { texts } from '../../texts/texts.ts';
import { TicketList } from './ticket-list.tsx';

const groups: readonly TicketGroup[] = ['active', 'postponed', 'closed', 'spam'];

const groupFrom = (given: string | undefined): TicketGroup =>
  groups.find((group) => group === given) ?? 'active';

/** What the signed-in person holds. */
export const MyTickets = () => {
  const { params } = useRoute();
  const group = params['group'] === 'postponed' ? 'postponed' : 'active';
  const { nav, list } = texts.value;
  return (
    <TicketList
      list={{ of: 'mine', group }}
      title={group === 'active' ? nav.mine : nav.postponed}
      empty={group === 'active' ? list.empty.mine : list.empty.postponed}
    />
  );
};

/** A topic's work, done work, and what is held apart. */
export const QueueTickets = () => {
  const { params } = useRoute();
  const topic = params['topic'] ?? '';
  const group = groupFrom(params['group']);
  const { list } = texts.value;
  return (
    <TicketList
      list={{ of: 'topic', topic, group }}
      title={topicNames.value.get(topic) ?? topic}
      empty={list.empty[group]}
      actions={can('queues.control') ? <PauseSwitch topic={topic} /> : undefined}
      tabs={
        <nav class="tabs" aria-label={topicNames.value.get(topic)}>
          {groups.map((tab) => (
            <a
              key={tab}
              href={`/queues/${topic}${tab === 'active' ? '' : `/${tab}`}`}
              aria-current={tab === group ? 'page' : undefined}
            >
              {list.groups[tab]}
            </a>
          ))}
        </nav>
      }
    />
  );
};

const PauseSwitch = ({ topic }: { topic: string }) => {
  const { list } = texts.value;
  const queue = queues.value.find((candidate) => candidate.topic === topic);
  if (!queue) return null;
  const toggle = async () => {
    try {
      const changed = await call('pauseQueue', {
        params: { topic },
        body: { isPaused: !queue.isPaused },
      });
      queues.value = queues.value.map((other) => (other.topic === topic ? changed.queue : other));
    } catch (error) {
      complain(error);
    }
  };
  return (
    <button type="button" title={list.pausedHint} onClick={() => void toggle()}>
      {queue.isPaused ? list.resume : list.pause}
    </button>
  );
};
