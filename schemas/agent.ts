import * as z from 'zod';
import { Skills } from './desk.ts';
import { AgentId, EmailAddress, Instant, Language, Slug } from './primitives.ts';

/** The roles every desk has; admins add their own (`CustomRole`). */
export const BuiltInRole = z.enum(['operator', 'lead', 'admin', 'super-admin']);
export type BuiltInRole = z.infer<typeof BuiltInRole>;

/** What a person may do. Every endpoint names one; `rolePermissions` and the desk's own roles say who has it. */
export const Permission = z.enum([
  'self.read',
  'desk.read',
  'tickets.read',
  'tickets.work',
  'customers.read',
  'customers.merge',
  'customers.manage',
  'letters.enter',
  'presence.manage',
  'peaks.read',
  'peaks.manage',
  'raw-mail.read',
  'quarantine.manage',
  'connections.manage',
  'queues.control',
  'settings.read',
  'settings.manage',
  'audit.read',
  'audit.export',
  'promises.try',
  'promises.apply',
  'people.read',
  'people.manage',
]);
export type Permission = z.infer<typeof Permission>;

const operator: readonly Permission[] = [
  'self.read',
  'desk.read',
  'tickets.read',
  'tickets.work',
  'customers.read',
  'customers.merge',
  'letters.enter',
];
const lead: readonly Permission[] = [
  ...operator,
  'customers.manage',
  'presence.manage',
  'peaks.read',
  'peaks.manage',
  'quarantine.manage',
  'settings.read',
  'promises.try',
  'people.read',
];
const admin: readonly Permission[] = [
  ...lead,
  'raw-mail.read',
  'connections.manage',
  'settings.manage',
  'audit.read',
  'audit.export',
  'promises.apply',
  'queues.control',
];

/** What the roles of every desk may (product.md 29). */
export const rolePermissions: Readonly<Record<BuiltInRole, readonly Permission[]>> = {
  operator,
  lead,
  admin,
  'super-admin': [...admin, 'people.manage'],
};

/** A role of the desk's own. `people.manage` is the super admins' alone: no custom role can grant it. */
export const CustomRole = z.strictObject({
  id: Slug.refine((id) => !BuiltInRole.options.some((role) => role === id), {
    error: 'every desk has this role already',
  }),
  name: z.string().trim().min(1).max(60),
  permissions: z.array(Permission.exclude(['people.manage'])).max(Permission.options.length),
});
export type CustomRole = z.infer<typeof CustomRole>;

/** Tickets somebody may see and work: of these topics and of these lines; an absent list is no limit. */
export const Scope = z.strictObject({
  topics: z.array(Slug).max(40).optional(),
  lines: z.array(Slug).max(40).optional(),
});
export type Scope = z.infer<typeof Scope>;

/** A person who works tickets, known by a verified address at the identity provider. */
export const Agent = z.object({
  id: AgentId,
  email: EmailAddress,
  name: z.string().min(1).max(80),
  /** A built-in role or the id of one of the desk's own; one that is gone may nothing but read itself. */
  role: Slug,
  active: z.boolean(),
  lines: z.array(Slug),
  scope: Scope.optional(),
  /** Narrower than the line's, or with other levels. */
  skills: Skills.optional(),
  /** A calendar that says when they work; without it the hours of their lines. */
  shiftId: Slug.optional(),
  /** Who stands in while they are away. */
  substituteId: AgentId.optional(),
  /** Topics whose alerts come to this person when nobody is assigned. */
  leads: z.array(Slug),
  language: Language.optional(),
  createdAt: Instant,
  version: z.number().int().min(1),
});
export type Agent = z.infer<typeof Agent>;
