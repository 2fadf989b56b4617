import type { ChatFrame } from '../../schemas/chat.ts';

/** The desk hears one a second. */
const quietMilliseconds = 1_500;
const ranks = { delivered: 1, read: 2 } as const;
type What = keyof typeof ranks;

type Parts = {
  readonly send: (frame: ChatFrame) => boolean;
  /** When the newest message of the desk's was said. */
  readonly until: () => string | undefined;
  /** How it is shown right now; undefined while nobody looks at the page. */
  readonly what: () => What | undefined;
  /** Everything until then was looked at. */
  readonly read: (until: string) => void;
};

/**
 * Tells how far the desk's messages got: `delivered` on a page that is looked at, `read` in the open widget. What is
 * said already is not said again; several in a moment are said once, as they are then.
 */
export function newReceipts({ send, until, what, read }: Parts): () => void {
  let said: { readonly what: What; readonly until: string } | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let lastAt = 0;

  const report = (): void => {
    const now = { what: what(), until: until() };
    if (now.what === undefined || now.until === undefined) return;
    if (now.what === 'read') read(now.until);
    const isNews =
      !said ||
      now.until > said.until ||
      (now.until === said.until && ranks[now.what] > ranks[said.what]);
    if (!isNews || waiting !== undefined) return;
    const left = lastAt + quietMilliseconds - Date.now();
    if (left > 0) {
      waiting = setTimeout(() => {
        waiting = undefined;
        report();
      }, left);
      return;
    }
    if (!send({ type: 'seen', what: now.what, until: now.until })) return;
    lastAt = Date.now();
    said = { what: now.what, until: now.until };
  };
  return report;
}
