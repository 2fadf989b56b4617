import type { Texts } from '../texts.ts';

export const keys: Texts['keys'] = {
  title: 'Keyboard',
  areOn: 'Single keys do something',
  list: [
    ['n', 'Next ticket'],
    ['j / k', 'Down / up in the list'],
    ['Enter', 'Open the ticket'],
    ['c', 'Claim'],
    ['y', 'Move where the desk suggests'],
    ['h', 'Pass on to the next line'],
    ['r', 'Reply'],
    ['e', 'Note'],
    ['w', 'Wait for the customer'],
    ['s', 'Snooze'],
    ['m', 'Move to another topic'],
    ['x', 'Close'],
    ['Ctrl/⌘ Enter', 'Send'],
    ['u', 'Back to the list'],
    ['g m', 'My tickets'],
    ['g a', 'All tickets'],
    ['p', 'Your presence'],
    ['g p', 'My postponed'],
    ['g t', 'The team'],
    ['g q', 'Quarantine; there r releases and b blocks'],
    ['?', 'This help'],
  ],
};
