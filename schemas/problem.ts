import * as z from 'zod';

/** The closed list of what can go wrong for a caller, with its HTTP status. */
export const problemStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-type': 415,
  'too-many': 429,
  unavailable: 503,
} as const;
export type ProblemKind = keyof typeof problemStatus;

/** RFC 9457 document. `code` is stable and for programs, `title` and `detail` for a person. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  requestId: z.string().optional(),
  /** Field errors of an `invalid` input: path in dots and what to do. */
  errors: z
    .array(
      z.object({
        path: z.string(),
        message: z.string(),
        /** Stable, with its values: for saying the message in another language. */
        code: z.string().optional(),
        data: z.record(z.string(), z.string()).optional(),
      }),
    )
    .optional(),
  /** What changed meanwhile, for `conflict` (`reply.outdated` carries the new entries' ids). */
  changed: z.array(z.string()).optional(),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;
