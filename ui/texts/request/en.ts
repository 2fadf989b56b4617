import type { Texts } from '../texts.ts';

/** The public request form. */
export const request: Texts['request'] = {
  title: 'How can we help?',
  choose: 'What is it about?',
  change: 'Something else',
  name: 'Your name',
  email: 'Your e-mail address',
  emailHint: 'Our answer goes there.',
  text: 'Your question',
  textHint: 'The more precisely you describe it, the sooner we can help.',
  optional: 'optional',
  files: 'Add files',
  filesHint: 'Pictures or documents, up to 5, 10 MB each.',
  send: 'Send',
  sending: 'Sending…',
  expected: (span) => `A person answers within ${span}.`,
  thanks: 'We have your question.',
  thanksHint: (email) => `We confirm it by mail to ${email} and answer there.`,
  another: 'Ask something else',
  required: 'Please fill this in.',
  invalidEmail: 'This does not look like an e-mail address.',
  failed: 'Your question was not sent. It is still here; try again.',
};
