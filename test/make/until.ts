/**
 * Asks again and again until there is an answer; a question that throws is asked again too.
 * @throws Error naming what was waited for, with the last failure as its cause
 */
export async function until<Answer>(
  what: string,
  ask: () => Answer | undefined | false | Promise<Answer | undefined | false>,
  seconds = 40,
): Promise<Answer> {
  const deadline = Date.now() + seconds * 1_000;
  let cause: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      cause = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`waited ${seconds} s for ${what}`, { cause });
}
