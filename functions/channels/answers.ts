import type { HookAnswer, Verification } from './channel.ts';

/** 401: who asks did not prove who they are; 403: proof was given and is wrong. */
export function refused(status: 401 | 403 | 404 | 405, code: string): Verification {
  return { verdict: 'refused', answer: { status }, code };
}

export function accepted(
  answer: HookAnswer = { status: 200 },
  keep: Readonly<Record<string, string>> = {},
): Verification {
  return { verdict: 'accepted', answer, keep };
}
