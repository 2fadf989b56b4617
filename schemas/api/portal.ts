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

export const portalEndpoints = [getPortalConfig, createRequest, requestPortalUpload] as const;
