/** The allow-list of docs/adr/0003-html-sanitizing.md. What is not named here does not pass. */

export const allowedTags: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup ' +
    'dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins ' +
    'kbd li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup ' +
    'table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

/** Dropped together with everything inside them. */
export const silencedTags: ReadonlySet<string> = new Set(
  (
    'script style title template noscript iframe frame frameset object embed applet svg math select ' +
    'textarea noembed noframes audio video canvas map datalist xml'
  ).split(' '),
);

export const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'col', 'wbr']);

const everywhere = new Set(['title', 'dir', 'lang', 'align', 'valign', 'width', 'height']);

const ofTag: Readonly<Record<string, readonly string[]>> = {
  blockquote: ['type'],
  col: ['span'],
  colgroup: ['span'],
  font: ['color', 'face', 'size'],
  hr: ['color', 'size', 'noshade'],
  img: ['alt', 'border'],
  li: ['value'],
  ol: ['start', 'type', 'reversed'],
  table: ['bgcolor', 'border', 'cellpadding', 'cellspacing'],
  tbody: ['bgcolor'],
  td: ['bgcolor', 'colspan', 'rowspan', 'nowrap'],
  th: ['bgcolor', 'colspan', 'rowspan', 'nowrap'],
  tr: ['bgcolor'],
  ul: ['type'],
};

/** Plain attributes only; `href`, `src` and `style` have rules of their own. */
export function isAllowedAttribute(tag: string, name: string): boolean {
  return everywhere.has(name) || (ofTag[tag]?.includes(name) ?? false);
}
