/** RFC 3676: joins soft-broken lines, keeps quote depth apart, takes space-stuffing back. */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let openDepth = -1;
  for (const line of text.split('\n')) {
    const quotes = /^>+/.exec(line)?.[0] ?? '';
    let content = line.slice(quotes.length);
    if (content.startsWith(' ')) content = content.slice(1);
    const flows = content.endsWith(' ') && content !== '-- ';
    const kept = flows && deleteSpace ? content.slice(0, -1) : content;
    if (openDepth === quotes.length && content !== '-- ') out.push(kept);
    else out.push(out.length === 0 ? '' : '\n', quotes === '' ? kept : `${quotes} ${kept}`);
    openDepth = flows ? quotes.length : -1;
  }
  return out.join('');
}
