import * as z from 'zod';
import { FormField, Localized } from '../desk.ts';
import { EmailAddress, Language, Slug } from '../primitives.ts';
import { endpoint } from './endpoint.ts';
import { UploadGrant, UploadRequest } from './views.ts';

export const getPortalConfig = endpoint({
  name: 'getPortalConfig',
  method: 'GET',
  path: '/portal/config',
  permission: 'public',
  summary:
    'What the browser needs before anyone signed in: names, languages, where to sign in, what can be asked',
  output: z.object({
    name: z.string(),
    language: Language,
    languages: z.array(Language),
    signIn: z.object({ issuer: z.string(), clientId: z.string() }),
    topics: z.array(
      z.object({ id: Slug, name: Localized, question: Localized, form: z.array(FormField) }),
    ),
    /** First reply target of each topic as a sentence for customers. */
    expected: z.record(z.string(), Localized),
  }),
});

export const createRequest = endpoint({
  name: 'createRequest',
  method: 'POST',
  path: '/portal/requests',
  permission: 'public',
  summary: 'Send a request by the public form; the same submissionId again changes nothing',
  body: z.object({
    submissionId: z.uuid(),
    topic: Slug,
    email: EmailAddress,
    name: z.string().trim().max(120).default(''),
    text: z.string().trim().min(1).max(20_000),
    fields: z.record(z.string(), z.string().max(4000)).default({}),
    attachments: z.array(z.string().max(4096)).max(5).default([]),
    language: Language,
    /** Left empty by people; filled by robots. */
    website: z.string().max(200).default(''),
  }),
  output: z.object({ accepted: z.literal(true) }),
  status: 202,
});

export const requestPortalUpload = endpoint({
  name: 'requestPortalUpload',
  method: 'POST',
  path: '/portal/uploads',
  permission: 'public',
  summary: 'A signed link to put one file of a request',
  body: UploadRequest,
  output: UploadGrant,
  status: 201,
});

const UnsubscribeToken = z.object({ token: z.string().min(1).max(1000) });

export const askUnsubscribe = endpoint({
  name: 'askUnsubscribe',
  method: 'GET',
  path: '/portal/unsubscribe',
  permission: 'public',
  summary:
    'Where a link of List-Unsubscribe leads a person; changes nothing, so that link scanners do no harm',
  query: UnsubscribeToken,
  output: z.object({ isUnsubscribed: z.boolean() }),
});

export const unsubscribe = endpoint({
  name: 'unsubscribe',
  method: 'POST',
  path: '/portal/unsubscribe',
  permission: 'public',
  summary:
    'No more automatic mail to the address the token is about, in one click (RFC 8058); answers of people still come',
  query: UnsubscribeToken,
  output: z.object({ isUnsubscribed: z.boolean() }),
});

export const portalEndpoints = [
  askUnsubscribe,
  unsubscribe,
  getPortalConfig,
  createRequest,
  requestPortalUpload,
] as const;
