import { useSignal } from '@preact/signals';
import type { PeakProposal } from '../../../schemas/peak.ts';
import type { Output } from '../../api/client.ts';
import { complain } from '../../parts/toast.tsx';
import { call } from '../../state/desk.ts';
import { UnreadEvents } from '../settings/unread-events.tsx';
import { ProposalList } from './proposals.tsx';
import { words } from './words.ts';

type Props = { onAccept: (proposal: PeakProposal) => void };

/** Proposals from a calendar of announcements; they are looked at before anything is planned. */
export const Announcements = ({ onAccept }: Props) => {
  const { value } = words;
  const text = useSignal('');
  const isBusy = useSignal(false);
  const read = useSignal<Output<'suggestPeaks'> | undefined>(undefined);
  const drop = (proposal: PeakProposal) => {
    if (!read.value) return;
    const proposals = read.value.proposals.filter(({ id }) => id !== proposal.id);
    read.value = { ...read.value, proposals };
  };
  const ask = async () => {
    isBusy.value = true;
    try {
      read.value = await call('suggestPeaks', { body: { text: text.value } });
    } catch (error) {
      complain(error);
    }
    isBusy.value = false;
  };
  return (
    <details class="peak-card">
      <summary>
        <b>{value.announcements}</b>
      </summary>
      <form
        class="announcements"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <p class="hint">{value.announcementsHint}</p>
        <label class="field">
          {value.icalendar}
          <textarea
            class="mono"
            rows={4}
            required
            maxLength={1_000_000}
            value={text.value}
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        </label>
        <label class="field">
          {value.file}
          <input
            type="file"
            accept=".ics,text/calendar"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              void file?.text().then((content) => (text.value = content), complain);
            }}
          />
        </label>
        <button type="submit" disabled={isBusy.value}>
          {value.read}
        </button>
      </form>
      <div role="status">
        {read.value && (
          <>
            <p>
              <b>{value.found(read.value.proposals.length)}</b>
            </p>
            <ProposalList
              proposals={read.value.proposals}
              onAccept={(proposal) => {
                drop(proposal);
                onAccept(proposal);
              }}
              onDismiss={drop}
            />
            <UnreadEvents problems={read.value.problems} title={value.problems} />
          </>
        )}
      </div>
    </details>
  );
};
