import type { HookAnswer } from '../channel.ts';

/** TwiML; what stands in the element is XML already. */
export const twiml = (content = ''): HookAnswer => ({
  status: 200,
  contentType: 'text/xml',
  body: `<?xml version="1.0" encoding="UTF-8"?><Response>${content}</Response>`,
});

/** Text inside an element or attribute. XML 1.0 has no place for most controls, however they are written. */
export const xml = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- controls are what is removed
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
