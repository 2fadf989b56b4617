import type { AlertPolicy } from '../../../schemas/alert-policy.ts';

/** Warnings to whoever can still help; a breach goes up: the holder, the lead, whoever is on call, who runs the desk. */
export const defaultAlerts: AlertPolicy = {
  steps: [
    {
      on: 'warn',
      afterMinutes: 0,
      to: ['assignee', 'leads', 'admins'],
      by: ['screen', 'mail', 'webhook'],
    },
    {
      on: 'breach',
      afterMinutes: 0,
      to: ['assignee', 'leads', 'admins'],
      by: ['screen', 'mail', 'webhook'],
    },
    { on: 'breach', afterMinutes: 30, to: ['leads', 'on-call', 'admins'], by: ['screen', 'mail'] },
    { on: 'breach', afterMinutes: 120, to: ['on-call', 'admins'], by: ['screen', 'mail'] },
  ],
  digestAbove: 5,
  holdsOutsideHours: true,
};
