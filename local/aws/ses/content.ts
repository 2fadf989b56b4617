import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { notEmulated } from '../gateway/aws-error.ts';
import { isObject, type JsonObject } from '../gateway/json-protocol.ts';
import { bad } from './check-mail.ts';

export interface Destination {
  to: string[];
  cc: string[];
  bcc: string[];
}

export function destinationOf(input: JsonObject): Destination {
  const destination = isObject(input.Destination) ? input.Destination : {};
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  return {
    to: list(destination.ToAddresses),
    cc: list(destination.CcAddresses),
    bcc: list(destination.BccAddresses),
  };
}

/** The mail's bytes: raw as given, or composed from SES's simple form. */
export async function contentOf(
  input: JsonObject,
  destination: Destination,
): Promise<{ raw: Buffer; isRaw: boolean }> {
  const content = isObject(input.Content) ? input.Content : {};
  if (isObject(content.Raw)) {
    return { raw: Buffer.from(String(content.Raw.Data ?? ''), 'base64'), isRaw: true };
  }
  if (!isObject(content.Simple)) throw notEmulated('SES', 'templated content');
  return { raw: await composed(input, content.Simple, destination), isRaw: false };
}

function composed(input: JsonObject, simple: JsonObject, { to, cc }: Destination): Promise<Buffer> {
  if (simple.Attachments) throw notEmulated('SES', 'attachments of simple content');
  const body = isObject(simple.Body) ? simple.Body : {};
  const data = (part: unknown): string | undefined =>
    isObject(part) ? String(part.Data) : undefined;
  const headers = (Array.isArray(simple.Headers) ? simple.Headers.filter(isObject) : []).map(
    ({ Name, Value }) => ({ key: String(Name), value: String(Value) }),
  );
  if (body.Text === undefined && body.Html === undefined) throw bad('Missing body.');
  return new MailComposer({
    from: String(input.FromEmailAddress ?? ''),
    to,
    cc,
    replyTo: Array.isArray(input.ReplyToAddresses) ? input.ReplyToAddresses.map(String) : undefined,
    subject: data(simple.Subject),
    text: data(body.Text),
    html: data(body.Html),
    headers,
  })
    .compile()
    .build();
}
