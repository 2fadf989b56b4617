import { connectionEndpoints } from './connections.ts';
import { chatEndpoints, chatStaffEndpoints } from './chat.ts';
import { customerEndpoints } from './customers.ts';
import { deskEndpoints } from './desk.ts';
import { letterEndpoints } from './letters.ts';
import { mailEndpoints } from './mail.ts';
import { promiseEndpoints } from './promises.ts';
import { portalEndpoints } from './portal.ts';
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
  ...promiseEndpoints,
  ...routingEndpoints,
  ...settingsEndpoints,
] as const;
/** Everything anyone can do: routes of the `portal` function. */
export const publicEndpoints = [...portalEndpoints, ...chatEndpoints] as const;
export const endpoints = [...staffEndpoints, ...publicEndpoints] as const;
