import type { Input, Output } from '../../api/client.ts';

/** How far a run over topics got. */
export type Progress = {
  readonly looked: number;
  readonly changed: number;
  readonly skipped: number;
};

type Ask = (body: Input<'applyPromises'>['body']) => Promise<Output<'applyPromises'>>;

type Run = {
  readonly topics: readonly string[];
  readonly isTrial: boolean;
  readonly ask: Ask;
  readonly onProgress: (progress: Progress) => void;
  readonly isStopped: () => boolean;
};

/** Page after page, topic after topic, until the end or until somebody stops it: what is done stays done. */
export const runOver = async ({
  topics,
  isTrial,
  ask,
  onProgress,
  isStopped,
}: Run): Promise<void> => {
  let sum: Progress = { looked: 0, changed: 0, skipped: 0 };
  for (const topic of topics) {
    let cursor: string | undefined;
    do {
      if (isStopped()) return;
      const page = await ask({ topic, isTrial, cursor });
      sum = {
        looked: sum.looked + page.looked,
        changed: sum.changed + page.changed,
        skipped: sum.skipped + page.skipped,
      };
      onProgress(sum);
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
};
