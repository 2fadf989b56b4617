import type { PaperTexts } from './paper-texts.ts';

export const paper: PaperTexts = {
  number: (number) => `Letter ${number}`,
  arrived: (day) => `arrived ${day}`,
  postmarked: (day) => `postmark ${day}`,
  enteredBy: (name) => `entered by ${name}`,
  confidential: 'Confidential',
  making: 'The letter is being made ready to print.',
  openFile: 'Open the PDF to print',
  state: {
    drafted: () => 'Ready to print',
    printed: (moment) => `Printed ${moment}; put it in the post`,
    posted: (moment) => `Posted ${moment}`,
    delivered: (moment) => `Delivered ${moment}`,
    returned: (moment) => `Came back ${moment}: the address is not right`,
  },
  trackedAs: (number) => `tracking number ${number}`,
  action: { print: 'Printed', post: 'Posted…', deliver: 'Delivered', return: 'Came back' },
  tracking: 'Tracking number',
  trackingHint: 'Of a registered letter; otherwise leave it empty',
  trackingOptional: 'It is in the post',
  save: 'Posted',
  noted: 'Noted',
};
