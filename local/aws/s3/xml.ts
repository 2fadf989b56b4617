import type { AwsError } from '../gateway/aws-error.ts';
import type { Answer } from '../gateway/call.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Nested elements; an array repeats its element, undefined leaves it out. */
export type XmlNode = { [name: string]: XmlValue };
type XmlValue = string | number | boolean | undefined | XmlNode | readonly XmlNode[];

export function xmlAnswer(root: string, node: XmlNode, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${xmlOf(node)}</${root}>`,
  };
}

/** S3 says AccessDenied where other services say AccessDeniedException. */
export function xmlRefusal(error: AwsError): Answer {
  const Code = error.code === 'AccessDeniedException' ? 'AccessDenied' : error.code;
  return xmlAnswer('Error', { Code, Message: error.message }, error.status);
}

export function xmlOf(node: XmlNode): string {
  return Object.entries(node)
    .flatMap(([name, value]) =>
      Array.isArray(value) ? value.map((each) => [name, each]) : [[name, value]],
    )
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${contentOf(value)}</${name}>`)
    .join('');
}

function contentOf(value: XmlNode | string | number | boolean): string {
  if (typeof value === 'object') return xmlOf(value);
  return String(value).replace(/[&<>"\r]/g, (mark) => entities[mark] ?? mark);
}
