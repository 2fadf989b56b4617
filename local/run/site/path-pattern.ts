/** CloudFront's path patterns: `*` any run of characters, `?` one, the leading slash optional. */
export function matchesPath(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/^\//, '')
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^/?${source}$`, 's').test(path);
}
