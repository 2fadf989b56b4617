import type { ReachTexts } from './reach-texts.ts';

const some = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

export const reach: ReachTexts = {
  to: 'To',
  copyTo: 'Copy to',
  justClosed: 'The time to answer there ended while you were writing. Your text is kept.',
  noOther: 'There is no other way to this customer yet. You can still leave a note.',
  sendTemplate: 'Send a template',
  freeText: 'Back to free text',
  templateName: 'Name of the template',
  templateNameHint: 'As in WhatsApp Manager, such as order_update',
  templateLanguage: 'Language',
  templateLanguageHint: 'Such as en_US',
  templateText: 'What the template says',
  templateTextHint: 'For the ticket’s record; {{1}} stands for the first value',
  parameters: 'Values',
  addParameter: 'Add a value',
  recent: 'Used before on this device',
  unfinished: 'Give the template’s name and language, and fill every value.',
  preview: 'The customer sees',
  closes: (span) => `Closes in ${span}: the channel takes answers only so long after a message.`,
  personUntil: (span) =>
    `The usual time to answer is over. A person’s own answer is still taken for ${span}.`,
  state: {
    'person-only': 'persons only',
    'window-closed': 'closed',
    blocked: 'blocked',
    'no-reply': 'cannot answer',
  },
  why: {
    'person-only': (channel) =>
      `The usual time to answer on ${channel} is over. A person’s own answer is still taken.`,
    'window-closed': (channel) =>
      `Too long since the customer’s last message: ${channel} takes no free text now.`,
    blocked: (channel) => `The customer has stopped us on ${channel}; nothing arrives there.`,
    'no-reply': (channel) => `${channel} only takes messages in; it cannot carry an answer.`,
  },
  waitForThem: (channel) => `Wait until they write on ${channel} again.`,
  chooseTemplate: 'An approved template is still taken.',
  chooseOther: 'Choose another way above.',
  answerBy: (channel, address) => `Answer by ${channel} to ${address}`,
  parameter: (number) => `Value ${number}`,
  removeParameter: (number) => `Remove value ${number}`,
  count: (written, max) => `${written} of ${max} characters`,
  parts: (count) => `goes out in ${some(count, 'part')}`,
  sms: (count, left) => `${some(count, 'SMS part')}, ${some(left, 'character')} left`,
  dearer: (character) => `“${character}” makes the parts shorter (70 characters instead of 160)`,
  tooManyParts: (count, max) => `${count} characters are too many: at most ${max} can be sent.`,
  noFiles: (channel) => `${channel} takes no files. Remove them or choose another way.`,
  fileTooLarge: (file, channel, megabytes) =>
    `${file} is too large for ${channel}: at most ${megabytes} MB. Remove it, make it smaller or choose another way.`,
};
