import type { CustomerTexts } from './customer-texts.ts';

export const customers: CustomerTexts = {
  blocked: 'has blocked us',
  blockedSince: (moment) => `has blocked us since ${moment}`,
  maybeSame: 'May be the same person',
  merged: 'Also this person',
  merge: 'Merge…',
  mergeWith: 'Merge',
  mergeTitle: (name) => `Is ${name} the same person?`,
  mergeHint:
    'Their tickets and addresses are then shown together, and answers can go to any of them. You can part them again.',
  byTicket: 'Same person as in another ticket…',
  ticketNumber: 'Number of that ticket',
  look: 'Look',
  samePerson: 'That ticket is of this person already.',
  part: 'Part…',
  partTitle: (name) => `Is ${name} somebody else?`,
  partHint:
    'What belongs to each goes back to each. They are not joined by themselves again, only by a person.',
  cancel: 'Cancel',
  moreTickets: 'Show more',
  sameName: 'same name',
  hidden: (n) => `${n} more in topics or lines that are not yours.`,
  historyFailed: 'Earlier tickets could not be read.',
  reason: {
    'same-address': (value) => `Both use ${value}; only one of them proved it`,
    'same-number': (value) => `Same telephone number: ${value}`,
    typed: (value) => `One typed ${value}, the other writes from it`,
  },
  didMerge: (name) => `Merged with ${name}`,
  didPart: (name) => `Parted from ${name}`,
};
