import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PeakProposal } from '../../../schemas/peak.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { say } from '../../parts/toast.tsx';
import { fromZoned, toZoned } from '../../parts/zoned.ts';
import { now } from '../../state/desk.ts';
import { Faults } from '../settings/faults.tsx';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { Announcements } from './announcements.tsx';
import { proposalName } from './in-words.ts';
import { NowCard } from './now-card.tsx';
import { PeakList } from './peak-list.tsx';
import { PeakTabs } from './peak-tabs.tsx';
import { PeakTimeline } from './peak-timeline.tsx';
import { blankPeak, peakOf } from './peaks.ts';
import { mayEdit, noteTaken, peaksEditor, zone } from './peaks-state.ts';
import { Proposals } from './proposals.tsx';
import { words } from './words.ts';

const { draft, edit } = peaksEditor;

/** Midnight of tomorrow by the desk's clock. */
const tomorrow = (): string => {
  const wall = toZoned(new Date(now.value + 86_400_000).toISOString(), zone.value);
  return fromZoned(`${wall.slice(0, 10)}T00:00`, zone.value) ?? new Date(now.value).toISOString();
};

/** What is on now, what is planned and what somebody should plan. */
export const PeaksScreen = () => {
  const { value } = words;
  const opened = useSignal<string | undefined>(undefined);
  usePageTitle(value.title);
  useEffect(focusHeading, []);
  useEditor(peaksEditor);
  const peaks = draft.value;

  const add = () => {
    const peak = blankPeak(draft.value ?? [], { name: value.newPeak, from: tomorrow() });
    edit([...(draft.value ?? []), peak], true);
    opened.value = peak.id;
  };
  const accept = (proposal: PeakProposal) => {
    const peak = peakOf({ ...proposal, name: proposalName(proposal) }, draft.value ?? []);
    edit([...(draft.value ?? []), peak], true);
    noteTaken(proposal.id);
    opened.value = peak.id;
    say(value.accepted);
  };
  return (
    <section class="settings peaks">
      <header class="list-head">
        <h1 tabIndex={-1}>{value.title}</h1>
      </header>
      <PeakTabs of="peaks" />
      <p class="hint page-hint">
        {value.hint} {value.zone(zone.value)}
      </p>
      {peaks ? (
        <div class="peaks-body">
          <NowCard peaks={peaks} />
          <Proposals onAccept={accept} />
          <PeakTimeline peaks={peaks} />
          <Faults of={peaksEditor.faults.value} at="" />
          <PeakList peaks={peaks} opened={opened.value} onOpen={(id) => (opened.value = id)} />
          {mayEdit() && (
            <div class="hours-actions">
              <button type="button" onClick={add}>
                {value.add}
              </button>
            </div>
          )}
          {mayEdit() && <Announcements onAccept={accept} />}
          <SaveBar editor={peaksEditor} mayEdit={mayEdit()} />
        </div>
      ) : (
        <p class="empty" aria-busy="true">
          {value.loading}
        </p>
      )}
    </section>
  );
};
