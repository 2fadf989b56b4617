/** No position, z-index or content: a mail must not draw outside its own box. */
const properties = new Set(
  (
    'background background-color border border-bottom border-bottom-color border-bottom-style ' +
    'border-bottom-width border-collapse border-color border-left border-left-color border-left-style ' +
    'border-left-width border-radius border-right border-right-color border-right-style ' +
    'border-right-width border-spacing border-style border-top border-top-color border-top-style ' +
    'border-top-width border-width clear color direction display float font font-family font-size ' +
    'font-style font-variant font-weight height letter-spacing line-height list-style ' +
    'list-style-position list-style-type margin margin-bottom margin-left margin-right margin-top ' +
    'max-height max-width min-height min-width overflow-wrap padding padding-bottom padding-left ' +
    'padding-right padding-top table-layout text-align text-decoration text-indent text-transform ' +
    'vertical-align white-space width word-break word-spacing word-wrap'
  ).split(' '),
);

/** Escapes and comments are how filters are walked around, so a value with either is dropped. */
const dangerous = /url|expression|import|javascript|behavior|image|var\(|attr\(|[\\<>{}@]|\/\*/i;

/** A `style` attribute with allowed declarations only; '' when none is left. */
export function sanitizeStyle(style: string): string {
  const kept: string[] = [];
  for (const declaration of style
    .slice(0, 8_000)
    .replace(/\/\*.*?\*\//gs, '')
    .split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (!properties.has(name) || value === '' || value.length > 300) continue;
    if (dangerous.test(value) || hasControl(value) || isOffPage(name, value)) continue;
    kept.push(`${name}: ${value}`);
  }
  return kept.join('; ');
}

/** Negative margins and indents move things over what is not theirs. */
function isOffPage(name: string, value: string): boolean {
  return /^(?:margin|text-indent)/.test(name) && value.includes('-');
}

function hasControl(value: string): boolean {
  return /[^\P{Cc}\t\n\r]/u.test(value);
}
