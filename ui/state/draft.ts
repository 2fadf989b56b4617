/** What was written and not yet sent, kept on this device per ticket until it is sent. */
export type Draft = { text: string; note: string };

const keyOf = (ticketId: string) => `firstline.draft.${ticketId}`;

export const readDraft = (ticketId: string): Draft => {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(ticketId)) ?? '{}') as Partial<Draft>;
    return { text: kept.text ?? '', note: kept.note ?? '' };
  } catch {
    return { text: '', note: '' };
  }
};

export const keepDraft = (ticketId: string, draft: Draft): void => {
  try {
    if (draft.text || draft.note) localStorage.setItem(keyOf(ticketId), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(ticketId));
  } catch {
    // A full or forbidden storage must not keep anyone from writing.
  }
};
