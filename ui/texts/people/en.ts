import type { PeopleTexts } from './people-texts.ts';

export const people: PeopleTexts = {
  title: 'People',
  hint: 'Who may sign in, and what they may do. A person also needs an account at your identity provider.',
  add: 'Add a person',
  name: 'Name',
  email: 'E-mail address',
  role: 'Role',
  roles: { operator: 'Operator', lead: 'Lead', admin: 'Admin', 'super-admin': 'Super admin' },
  none: 'no topic',
  save: 'Save',
  saved: 'Saved',
  you: 'you',
};
