import { isTicketCode, ticketCode } from './ticket-code.ts';

const codeLength = 12;

/** `1042.k3j4h5g6f7aa`, for the marker at the top of what will be quoted. */
export function bodyReference(ticketNumber: string, secret: string): string {
  const code = ticketCode({ purpose: 'body', ticketNumber }, secret, codeLength);
  return `${ticketNumber}.${code}`;
}

/** The ticket number of the first reference that verifies. */
export function ticketOfMarkers(
  markers: readonly string[],
  secrets: readonly string[],
): string | undefined {
  for (const marker of markers) {
    const match = /^(\d{1,15})\.([a-z2-7]{10,16})$/i.exec(marker);
    if (!match) continue;
    const [, ticketNumber, code] = match as unknown as [string, string, string];
    if (isTicketCode(code, { purpose: 'body', ticketNumber }, secrets)) return ticketNumber;
  }
  return undefined;
}

/** The marker as a line of plain text. */
export function textMarker(reference: string): string {
  return `[ref:${reference}]`;
}

/** The marker as hidden HTML: Outlook renames ids and classes, but keeps data attributes. */
export function htmlMarker(reference: string): string {
  const name = `firstline-ref-${reference.replace('.', '-')}`;
  return (
    `<div data-firstline-ref="${reference}" class="${name}" ` +
    `style="display:none;max-height:0;overflow:hidden">${textMarker(reference)}</div>`
  );
}
