/** The fields of a JSON body or of a multipart form; a form's files count by their name and say nothing else. */
export function fieldsOf(body: Buffer): Readonly<Record<string, unknown>> {
  const text = body.toString('utf8');
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {
    // No JSON: a form, whose fields stand between the boundaries.
  }
  const fields = text.matchAll(
    /name="([^"]+)"(?:; filename="([^"]*)")?[^\r]*\r\n(?:[^\r]+\r\n)*\r\n([^\r]*)/g,
  );
  return Object.fromEntries([...fields].map(([, name = '', file, value]) => [name, file ?? value]));
}
