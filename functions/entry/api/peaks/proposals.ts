import type * as endpoints from '../../../../schemas/api/peaks.ts';
import { log } from '../../../observe/log.ts';
import type { UseCase } from '../types.ts';

/** Nothing in the file is fetched; what was put aside stays aside. */
export const suggestPeaks: UseCase<typeof endpoints.suggestPeaks> =
  ({ desk, proposals, settings, now }) =>
  async ({ body: { text } }) => {
    const [stored, dismissed, { announcedPeaks }] = await Promise.all([
      desk.load('peaks'),
      proposals.dismissed(),
      import('../holidays.lazy.ts'),
    ]);
    const peaks = stored?.items ?? [];
    const found = announcedPeaks(text, { zone: settings.timeZone, peaks, now: now() });
    return {
      proposals: found.proposals.filter(({ id }) => !dismissed.includes(id)),
      problems: [...found.problems],
    };
  };

export const dismissProposal: UseCase<typeof endpoints.dismissProposal> =
  ({ proposals, now }) =>
  async ({ body: { proposalId } }, caller) => {
    await proposals.dismiss(proposalId, now());
    log.info('peak.proposal.dismissed', { agentId: caller.id });
    return {};
  };
