import * as z from 'zod';
import { AgentId, EmailAddress, Instant, Language, Slug } from './primitives.ts';

export const Role = z.enum(['operator', 'admin', 'super-admin']);
export type Role = z.infer<typeof Role>;

/** What a person may do. Every endpoint names one; `rolePermissions` says who has it. */
export const Permission = z.enum([
  'self.read',
  'desk.read',
  'tickets.read',
  'tickets.work',
  'customers.read',
  'customers.merge',
  'letters.enter',
  'raw-mail.read',
  'quarantine.manage',
  'connections.manage',
  'queues.control',
  'settings.read',
  'settings.manage',
  'audit.read',
  'promises.try',
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
const admin: readonly Permission[] = [
  ...operator,
  'raw-mail.read',
  'quarantine.manage',
  'connections.manage',
  'settings.read',
  'settings.manage',
  'audit.read',
  'promises.try',
  'queues.control',
  'people.read',
];

/** The three roles a desk starts from (product.md 29). */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  operator,
  admin,
  'super-admin': [...admin, 'people.manage'],
};

/** A person who works tickets, known by a verified address at the identity provider. */
export const Agent = z.object({
  id: AgentId,
  email: EmailAddress,
  name: z.string().min(1).max(80),
  role: Role,
  active: z.boolean(),
  lines: z.array(Slug),
  /** Topics whose alerts come to this person when nobody is assigned. */
  leads: z.array(Slug),
  language: Language.optional(),
  createdAt: Instant,
  version: z.number().int().min(1),
});
export type Agent = z.infer<typeof Agent>;
