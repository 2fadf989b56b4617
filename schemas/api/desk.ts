import * as z from 'zod';
import { Agent, BuiltInRole, CustomRole, Permission, Scope } from '../agent.ts';
import { Skills } from '../desk.ts';
import { AgentId, EmailAddress, Language, Slug } from '../primitives.ts';
import { endpoint } from './endpoint.ts';
import { DeskView, MeView, QueueView, UploadGrant, UploadRequest } from './views.ts';

export const getMe = endpoint({
  name: 'getMe',
  method: 'GET',
  path: '/api/me',
  permission: 'self.read',
  summary: 'Who is signed in and what they may do',
  output: MeView,
});

export const updateMe = endpoint({
  name: 'updateMe',
  method: 'PATCH',
  path: '/api/me',
  permission: 'self.read',
  summary: 'Change one’s own language',
  body: z.object({ language: Language }),
  output: MeView,
});

export const getDesk = endpoint({
  name: 'getDesk',
  method: 'GET',
  path: '/api/desk',
  permission: 'desk.read',
  summary: 'Topics, lines, connections and colleagues: what a screen needs to name things',
  output: DeskView,
});

export const listQueues = endpoint({
  name: 'listQueues',
  method: 'GET',
  path: '/api/queues',
  permission: 'tickets.read',
  summary: 'How long each queue is and how old its oldest ticket; read from counters',
  output: z.object({ queues: z.array(QueueView) }),
});

export const pauseQueue = endpoint({
  name: 'pauseQueue',
  method: 'POST',
  path: '/api/queues/{topic}/pause',
  permission: 'queues.control',
  summary: 'Stop or restart handing a topic’s new messages to dispatch; nothing is lost meanwhile',
  params: z.object({ topic: Slug }),
  body: z.object({ isPaused: z.boolean() }),
  output: z.object({ queue: QueueView }),
});

export const requestUpload = endpoint({
  name: 'requestUpload',
  method: 'POST',
  path: '/api/uploads',
  permission: 'tickets.work',
  summary: 'A signed link to put one file; name the grant in a reply or note',
  body: UploadRequest,
  output: UploadGrant,
  status: 201,
});

export const openPush = endpoint({
  name: 'openPush',
  method: 'POST',
  path: '/api/push',
  permission: 'tickets.read',
  summary: 'The WebSocket’s address with a token good for a minute',
  body: z.object({}),
  output: z.object({ url: z.string() }),
});

export const listAgents = endpoint({
  name: 'listAgents',
  method: 'GET',
  path: '/api/agents',
  permission: 'people.read',
  summary: 'Everyone who may sign in, the roles they can have and what each lets them do',
  output: z.object({
    agents: z.array(Agent),
    roles: z.array(CustomRole),
    builtIn: z.record(BuiltInRole, z.array(Permission)),
  }),
});

/** Without defaults: a change that does not name them must leave them as they are. */
const AgentFields = z.object({
  name: z.string().trim().min(1).max(80),
  role: Slug,
  lines: z.array(Slug).max(40),
  leads: z.array(Slug).max(40),
});

/** What can be taken off again: `null`. */
const Removable = {
  scope: Scope.nullable().optional(),
  skills: Skills.nullable().optional(),
  shiftId: Slug.nullable().optional(),
  substituteId: AgentId.nullable().optional(),
};

export const addAgent = endpoint({
  name: 'addAgent',
  method: 'POST',
  path: '/api/agents',
  permission: 'people.manage',
  summary: 'Let a person sign in (their address must exist at the identity provider)',
  body: AgentFields.extend({
    email: EmailAddress,
    lines: AgentFields.shape.lines.default([]),
    leads: AgentFields.shape.leads.default([]),
  }),
  output: z.object({ agent: Agent }),
  status: 201,
});

export const updateAgent = endpoint({
  name: 'updateAgent',
  method: 'PATCH',
  path: '/api/agents/{agentId}',
  permission: 'people.manage',
  summary: 'Change a person’s role, lines or access; the last super admin stays',
  params: z.object({ agentId: AgentId }),
  body: AgentFields.partial().extend({
    active: z.boolean().optional(),
    ...Removable,
    version: z.number().int().min(1),
  }),
  output: z.object({ agent: Agent }),
});

export const deskEndpoints = [
  getMe,
  updateMe,
  getDesk,
  listQueues,
  pauseQueue,
  requestUpload,
  openPush,
  listAgents,
  addAgent,
  updateAgent,
] as const;
