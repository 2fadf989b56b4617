/**
 * Charset labels as mailers write them, to the names that TextDecoder or our own decoders know.
 * The WHATWG labels themselves (`latin1`, `gb2312`, `ks_c_5601-1987` …) need no entry.
 */
const aliases: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  'utf-8-strict': 'utf-8',
  'unicode-1-1-utf-7': 'utf-7',
  'x-unicode-2-0-utf-7': 'utf-7',
  utf7: 'utf-7',
  'utf-16': 'utf-16',
  'ucs-2': 'utf-16',
  'windows-31j': 'shift_jis',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'x-ms-cp932': 'shift_jis',
  'shift-jisx0213': 'shift_jis',
  sjis: 'shift_jis',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  jis: 'iso-2022-jp',
  'euc-jp-ms': 'euc-jp',
  eucjp: 'euc-jp',
  cp51932: 'euc-jp',
  euckr: 'euc-kr',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  ms949: 'euc-kr',
  ksc5601: 'euc-kr',
  'x-windows-949': 'euc-kr',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'gb-2312': 'gb18030',
  'euc-cn': 'gb18030',
  gb18030: 'gb18030',
  cp950: 'big5',
  'cn-big5': 'big5',
  'hz-gb-2312': 'hz',
  hz: 'hz',
  'iso-2022-kr': 'iso-2022-kr',
  'ansi-x3.4-1968': 'us-ascii',
  ascii: 'us-ascii',
  'us-ascii': 'us-ascii',
  '7bit': 'us-ascii',
  'cp-850': 'cp850',
  ibm850: 'cp850',
  ibm437: 'cp437',
  ibm852: 'cp852',
  'mac-cyrillic': 'x-mac-cyrillic',
  'x-mac-roman': 'macintosh',
  macroman: 'macintosh',
  'iso-8859-8-e': 'iso-8859-8',
};

/** A name for `decoderFor`, or undefined when the label says nothing (`unknown-8bit`, ''). */
export function charsetOfLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const plain = label
    .toLowerCase()
    .replace(/^[\s"'=]+|[\s"';,]+$/g, '')
    .replace(/^(?:charset=|cs)/, '');
  if (plain === '' || /unknown|x-user-defined|default|^none$|^8bit$/.test(plain)) return undefined;
  const dashed = plain.replaceAll('_', '-');
  return aliases[plain] ?? aliases[dashed] ?? windowsPage(dashed) ?? isoPage(dashed) ?? plain;
}

function windowsPage(label: string): string | undefined {
  const match = /^(?:x-)?(?:windows|win|cp|microsoft-cp|ms-?cp)-?(125[0-8]|874)(?:-.*)?$/.exec(
    label,
  );
  return match ? `windows-${match[1]}` : undefined;
}

function isoPage(label: string): string | undefined {
  const match = /^(?:x-)?(?:iso|l?iso)-?8859-?(\d{1,2})(?:-[a-z].*)?$/.exec(label);
  return match ? `iso-8859-${match[1]}` : undefined;
}
