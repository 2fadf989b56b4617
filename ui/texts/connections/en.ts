import type { ConnectionTexts } from './connection-texts.ts';

export const connections: ConnectionTexts = {
  title: 'Connections',
  hint: 'Every end of the desk: whether it works, and what to do when it does not.',
  none: 'No connection is set up. They are listed in desk.config.ts.',
  checkNow: 'Check now',
  checking: 'Checking…',
  sendTest: 'Send me a test',
  testTitle: 'Send a test message',
  testHint: 'A real message goes out, once. Its outcome appears beside the connection.',
  send: 'Send the test',
  hookAddress: 'Webhook address',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser did not let us copy. Select the address and copy it yourself.',
  guide: 'How to connect',
  never: 'never',
  nothingToCheck: 'Nothing to check',
  stale: 'Could not be read again; this is how it was.',
  testAddress: {
    phone: 'Your telephone number, as +4930123456',
    chat: 'Your id on that channel (a chat that has written to us)',
  },
  state: {
    working: 'Working',
    failing: 'Failing',
    revoked: 'Access revoked',
    'hook-missing': 'Messages do not come in',
    'not-set-up': 'Not set up',
    'not-checked': 'Not checked yet',
  },
  advice: {
    working: '',
    failing: 'It is tried again by itself. If it lasts, look at the provider’s status page.',
    revoked:
      'The provider no longer takes our credentials. Put new ones into the connection’s secret, then check again.',
    'hook-missing':
      'The provider sends its messages elsewhere or nowhere. Give it the webhook address below, then check again.',
    'not-set-up': 'Its secret is still empty: nothing comes in or goes out. Follow the guide.',
    'not-checked': '',
  },
  since: (moment) => `since ${moment}`,
  account: (name) => `as ${name}`,
  checked: (moment) => `checked ${moment}`,
  lastIn: (moment) => `last in: ${moment}`,
  lastOut: (moment) => `last out: ${moment}`,
  test: {
    queued: (address) => `Test to ${address}: waiting`,
    sending: (address) => `Test to ${address}: on its way`,
    sent: (address, moment) => `Test to ${address}: sent ${moment}`,
    failed: (address, moment) => `Test to ${address}: failed ${moment}`,
  },
};
