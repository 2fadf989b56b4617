import { chatEndpoints, chatStaffEndpoints } from './chat.ts';
import { classifierEndpoints } from './classifier.ts';
import { connectionEndpoints } from './connections.ts';
import { customerEndpoints } from './customers.ts';
import { deskEndpoints } from './desk.ts';
import { letterEndpoints } from './letters.ts';
import { mailEndpoints } from './mail.ts';
import { peakEndpoints } from './peaks.ts';
import { portalEndpoints } from './portal.ts';
import { presenceEndpoints } from './presence.ts';
import { promiseEndpoints } from './promises.ts';
import { routingEndpoints } from './routing.ts';
import { settingsEndpoints } from './settings.ts';
import { ticketEndpoints } from './tickets.ts';

/** Everything staff can do: one entry per gateway route of the `api` function. */
export const staffEndpoints = [
  ...ticketEndpoints,
  ...customerEndpoints,
  ...connectionEndpoints,
  ...deskEndpoints,
  ...chatStaffEndpoints,
  ...letterEndpoints,
  ...mailEndpoints,
  ...presenceEndpoints,
  ...peakEndpoints,
  ...classifierEndpoints,
  ...promiseEndpoints,
  ...routingEndpoints,
  ...settingsEndpoints,
] as const;
/** Everything anyone can do: routes of the `portal` function. */
export const publicEndpoints = [...portalEndpoints, ...chatEndpoints] as const;
export const endpoints = [...staffEndpoints, ...publicEndpoints] as const;
