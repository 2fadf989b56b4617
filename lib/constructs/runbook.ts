/** A heading of docs/RUNBOOK.md as a link from the repository's root. A test compares both sides. */
export function runbookLink(heading: string): string {
  return `docs/RUNBOOK.md#${anchorOf(heading)}`;
}

/** The anchor that GitHub makes of a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .trim()
    .replaceAll(' ', '-');
}
