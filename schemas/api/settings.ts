import * as z from 'zod';
import { CustomRole } from '../agent.ts';
import { AlertPolicy } from '../alert-policy.ts';
import { AuditAction, AuditEntry } from '../audit.ts';
import { Calendar } from '../calendar.ts';
import { ClassifierSettings } from '../classifier.ts';
import { Line, Topic } from '../desk.ts';
import { AgentId, Instant } from '../primitives.ts';
import { ServicePromise } from '../promise.ts';
import { RoutingRules } from '../routing.ts';
import { TierPolicy } from '../tier.ts';
import { endpoint } from './endpoint.ts';
import { Cursor } from './views.ts';

/** 0: nobody saved the list yet, and it is what a new desk has. */
const Version = z.number().int().min(0);
const listOf = <Items extends z.ZodType>(items: Items) => z.object({ items, version: Version });
/** The save is refused (409 `settings.changed`) if somebody saved the list after the editor read it. */
const saveOf = <Items extends z.ZodType>(items: Items) => z.object({ items, expects: Version });

const Topics = z.array(Topic).min(1).max(40);
const Lines = z.array(Line).min(1).max(40);
const Calendars = z.array(Calendar).max(100);
const Promises = z.array(ServicePromise).max(200);
const Tiers = z.array(TierPolicy).max(20);
const Roles = z.array(CustomRole).max(40);

export const getSettings = endpoint({
  name: 'getSettings',
  method: 'GET',
  path: '/api/settings',
  permission: 'settings.read',
  summary: 'Everything that is edited on the screen, each list with its version',
  output: z.object({
    topics: listOf(Topics),
    lines: listOf(Lines),
    calendars: listOf(Calendars),
    promises: listOf(Promises),
    routing: listOf(RoutingRules),
    tiers: listOf(Tiers),
    alerts: listOf(AlertPolicy),
    roles: listOf(Roles),
    classifier: listOf(ClassifierSettings),
  }),
});

export const saveTopics = endpoint({
  name: 'saveTopics',
  method: 'PUT',
  path: '/api/settings/topics',
  permission: 'settings.manage',
  summary: 'Names, questions, forms, words and line of every topic; which there are is deployed',
  body: saveOf(Topics),
  output: listOf(Topics),
});

export const saveLines = endpoint({
  name: 'saveLines',
  method: 'PUT',
  path: '/api/settings/lines',
  permission: 'settings.manage',
  summary: 'The lines with their calendars',
  body: saveOf(Lines),
  output: listOf(Lines),
});

export const saveCalendars = endpoint({
  name: 'saveCalendars',
  method: 'PUT',
  path: '/api/settings/calendars',
  permission: 'settings.manage',
  summary: 'Hours and holidays; what changed gets a new version, running clocks keep the old one',
  body: saveOf(Calendars),
  output: listOf(Calendars),
});

export const savePromises = endpoint({
  name: 'savePromises',
  method: 'PUT',
  path: '/api/settings/promises',
  permission: 'settings.manage',
  summary:
    'The promises in their order; what changed gets a new version, open tickets keep the old',
  body: saveOf(Promises),
  output: listOf(Promises),
});

export const saveRouting = endpoint({
  name: 'saveRouting',
  method: 'PUT',
  path: '/api/settings/routing',
  permission: 'settings.manage',
  summary: 'The rules that sort new tickets, in their order',
  body: saveOf(RoutingRules),
  output: listOf(RoutingRules),
});

export const saveTiers = endpoint({
  name: 'saveTiers',
  method: 'PUT',
  path: '/api/settings/tiers',
  permission: 'settings.manage',
  summary:
    'Standings of customers, highest first, and what becomes of a personal manager’s tickets',
  body: saveOf(Tiers),
  output: listOf(Tiers),
});

export const saveAlerts = endpoint({
  name: 'saveAlerts',
  method: 'PUT',
  path: '/api/settings/alerts',
  permission: 'settings.manage',
  summary: 'Who is told of warnings and breaches, when and how',
  body: saveOf(AlertPolicy),
  output: listOf(AlertPolicy),
});

export const saveRoles = endpoint({
  name: 'saveRoles',
  method: 'PUT',
  path: '/api/settings/roles',
  permission: 'people.manage',
  summary: 'The desk’s own roles with their permissions',
  body: saveOf(Roles),
  output: listOf(Roles),
});

export const saveClassifier = endpoint({
  name: 'saveClassifier',
  method: 'PUT',
  path: '/api/settings/classifier',
  permission: 'settings.manage',
  summary: 'Whether the learned suggestion is shown, or may decide, and from which confidence on',
  body: saveOf(ClassifierSettings),
  output: listOf(ClassifierSettings),
});

export const importHolidays = endpoint({
  name: 'importHolidays',
  method: 'POST',
  path: '/api/settings/calendars/holidays',
  permission: 'settings.manage',
  summary: 'Read holidays from an iCalendar file; answers them, saves nothing',
  body: z.object({
    /** The file's text. */
    text: z.string().min(1).max(1_000_000),
    /** Whose weekly hours timed entries reduce. */
    calendar: Calendar,
  }),
  output: z.object({
    holidays: Calendar.shape.holidays,
    /** Entries that were left out, each with the reason; `event` is empty if the file itself cannot be read. */
    problems: z.array(z.object({ event: z.string(), reason: z.string() })),
  }),
});

export const listAudit = endpoint({
  name: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  permission: 'audit.read',
  summary: 'Who changed or read what, newest first',
  query: z.object({
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    /** Begin at this moment and go back. */
    until: Instant.optional(),
    /** Only what this person did, only this; a page may then hold fewer, and more than asked for. */
    by: AgentId.optional(),
    action: AuditAction.optional(),
  }),
  output: z.object({ items: z.array(AuditEntry), cursor: Cursor.optional() }),
});

export const exportAudit = endpoint({
  name: 'exportAudit',
  method: 'POST',
  path: '/api/audit/export',
  permission: 'audit.export',
  summary: 'The trail of a time as a CSV file, oldest first; the export itself goes on record',
  body: z.object({ from: Instant, to: Instant }),
  output: z.object({
    /** Signed, good for five minutes. */
    url: z.string(),
    rows: z.number().int(),
  }),
  status: 201,
});

export const settingsEndpoints = [
  getSettings,
  saveTopics,
  saveLines,
  saveCalendars,
  savePromises,
  saveRouting,
  saveTiers,
  saveAlerts,
  saveRoles,
  saveClassifier,
  importHolidays,
  listAudit,
  exportAudit,
] as const;
