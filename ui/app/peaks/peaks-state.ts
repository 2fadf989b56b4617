import { computed, signal } from '@preact/signals';
import type { Peak, PeakProposal } from '../../../schemas/peak.ts';
import type { Output } from '../../api/client.ts';
import { complain } from '../../parts/toast.tsx';
import { call, can, desk, now, refreshDesk } from '../../state/desk.ts';
import { makeEditor } from '../settings/editor.ts';
import { withNow } from './peaks.ts';

export const mayEdit = (): boolean => can('peaks.manage');

/** Ids of those that are on. */
export const onNow = signal<readonly string[]>([]);
export const proposals = signal<readonly PeakProposal[]>([]);

export const peaksEditor = makeEditor<Peak[]>({
  async read() {
    const answer = await call('listPeaks', {});
    onNow.value = answer.now;
    proposals.value = answer.proposals;
    return answer;
  },
  async save(body) {
    const answer = await call('savePeaks', { body });
    onNow.value = answer.now;
    refreshDesk().catch(() => undefined);
    return answer;
  },
});

/** A peak was made of it: once that is saved the desk proposes nothing that overlaps it. */
export const noteTaken = (proposalId: string): void => {
  proposals.value = proposals.value.filter(({ id }) => id !== proposalId);
};

export const dismiss = async ({ id }: PeakProposal): Promise<void> => {
  try {
    await call('dismissProposal', { body: { proposalId: id } });
    proposals.value = proposals.value.filter((other) => other.id !== id);
  } catch (error) {
    complain(error);
  }
};

/** A change of what is on now, which the calendar of peaks then shows; edits that are not saved stay. */
const changeNow = async (change: Promise<Output<'declarePeak'>>): Promise<void> => {
  const { items, now: on } = await change;
  onNow.value = on;
  // What began or ended did so after the clock of the screen was read.
  now.value = Date.now();
  const { draft, isDirty, edit } = peaksEditor;
  if (isDirty.value && draft.value) edit(withNow(draft.value, items), true);
  await Promise.all([peaksEditor.open().catch(complain), refreshDesk().catch(() => undefined)]);
};

type Declared = { name: string; hours: number; factors: Peak['factors']; notice?: Peak['notice'] };

/** Throws what the API says. */
export const declare = (body: Declared): Promise<void> => changeNow(call('declarePeak', { body }));

/** Throws what the API says. */
export const end = (peakId: string): Promise<void> =>
  changeNow(call('endPeak', { params: { peakId }, body: {} }));

/** The desk's own, by which its days are counted. */
export const zone = computed(() => desk.value?.timeZone ?? 'UTC');
