/**
 * Asks at most once in `milliseconds`, for answers that may be some seconds old. A failed answer is not remembered;
 * questions asked meanwhile share one. `now` gives epoch milliseconds.
 */
export function remembered<Answer>(
  ask: () => Promise<Answer>,
  { milliseconds, now }: { readonly milliseconds: number; readonly now: () => number },
): () => Promise<Answer> {
  let last: { readonly answer: Promise<Answer>; readonly until: number } | undefined;
  return () => {
    if (last && last.until > now()) return last.answer;
    const answer = ask();
    const asked = { answer, until: now() + milliseconds };
    last = asked;
    answer.catch(() => {
      if (last === asked) last = undefined;
    });
    return answer;
  };
}
