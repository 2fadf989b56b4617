/** IAM's wildcards: `*` for any run of characters, `?` for one. Resources are case-sensitive. */
export type Matcher = (text: string) => boolean;

export function matcherOf(pattern: string): Matcher {
  if (pattern === '*') return () => true;
  const firstWildcard = pattern.search(/[*?]/);
  if (firstWildcard === -1) return (text) => text === pattern;
  if (firstWildcard === pattern.length - 1 && pattern.endsWith('*')) {
    const prefix = pattern.slice(0, -1);
    return (text) => text.startsWith(prefix);
  }
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^]*')
    .replaceAll('?', '[^]');
  const expression = new RegExp(`^${source}$`);
  return (text) => expression.test(text);
}

/** Actions are compared without case. */
export function actionMatcherOf(pattern: string): Matcher {
  const matches = matcherOf(pattern.toLowerCase());
  return (action) => matches(action.toLowerCase());
}
