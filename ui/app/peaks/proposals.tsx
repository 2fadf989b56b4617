import type { PeakProposal } from '../../../schemas/peak.ts';
import { now } from '../../state/desk.ts';
import { proposalName, reasonText, spanOf } from './in-words.ts';
import { dismiss, mayEdit, proposals } from './peaks-state.ts';
import { words } from './words.ts';

type Props = { onAccept: (proposal: PeakProposal) => void };

/** What somebody should plan, each with why. Nothing comes of it by itself. */
export const Proposals = ({ onAccept }: Props) => {
  const { value } = words;
  return (
    <section class="peak-card" aria-labelledby="peaks-proposed">
      <h2 id="peaks-proposed">{value.proposals}</h2>
      {proposals.value.length === 0 && <p class="hint">{value.noProposals}</p>}
      <ProposalList proposals={proposals.value} onAccept={onAccept} onDismiss={dismiss} />
    </section>
  );
};

type ListProps = Props & {
  proposals: readonly PeakProposal[];
  onDismiss: (proposal: PeakProposal) => unknown;
};

export const ProposalList = ({ proposals: shown, onAccept, onDismiss }: ListProps) => {
  const { value } = words;
  return (
    <ul>
      {shown.map((proposal) => (
        <li key={proposal.id} class="peak-line-item">
          <span class="peak-what">
            <b>{proposalName(proposal)}</b> <span class="hint">{spanOf(proposal, now.value)}</span>
            <span>{reasonText(proposal)}</span>
          </span>
          {mayEdit() && (
            <span class="hours-actions">
              <button
                type="button"
                aria-label={`${value.accept} ${proposalName(proposal)}`}
                onClick={() => onAccept(proposal)}
              >
                {value.accept}
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={`${value.dismiss}: ${proposalName(proposal)}`}
                onClick={() => void onDismiss(proposal)}
              >
                {value.dismiss}
              </button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
