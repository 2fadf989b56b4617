import { createTransport } from 'nodemailer';
import { mailIdentityArn, type Place } from '../arn.ts';
import type { AwsCallbacks } from '../contract.ts';
import type { Call } from '../gateway/call.ts';
import { isObject, type JsonObject } from '../gateway/json-protocol.ts';
import { bad, checkMail } from './check-mail.ts';
import { contentOf, destinationOf } from './content.ts';
import { eventsOf, fateOf } from './events.ts';
import { consumed } from './header-rules.ts';
import { requireIdentity } from './identities.ts';
import { newMessageId, wireDomain } from './message-id.ts';
import type { Outbox } from './outbox.ts';
import {
  addressesIn,
  type HeaderField,
  joinRawMail,
  parseRawMail,
  type RawMail,
  valuesOf,
} from './raw-mail.ts';
import type { SuppressionList } from './suppression.ts';

export interface SendParts {
  place: Place;
  identities: readonly string[];
  outbox: Outbox;
  suppressed: SuppressionList;
  mailEvent: AwsCallbacks['mailEvent'];
  relay?: { host: string; port: number };
  warn: (message: string) => void;
}

/** SESv2 SendEmail: check, give the wire id, keep, announce, relay. */
export function sendEmailWith(parts: SendParts) {
  const { place, identities, outbox, suppressed, mailEvent, warn } = parts;
  const transport = parts.relay && createTransport({ ...parts.relay, secure: false });

  return async (input: JsonObject, call: Call): Promise<JsonObject> => {
    const destination = destinationOf(input);
    const { raw, isRaw } = await contentOf(input, destination);
    const mail = parseRawMail(raw);
    const given = [...destination.to, ...destination.cc, ...destination.bcc].flatMap(addressesIn);
    const inHeaders = ['to', 'cc', 'bcc']
      .flatMap((name) => valuesOf(mail, name))
      .flatMap(addressesIn);
    const recipients = [...new Set(given.length > 0 ? given : inHeaders)];
    const senders = [String(input.FromEmailAddress ?? ''), ...valuesOf(mail, 'from')].flatMap(
      addressesIn,
    );
    const [source = ''] = senders;
    const configurationSet = setNameOf(input, mail);

    authorize(call, { senders, recipients, configurationSet, isRaw });
    checkMail(raw, mail, recipients);
    if (senders.length === 0) throw bad('Missing sender.');
    for (const sender of senders) requireIdentity(identities, sender, place.region);

    const acceptedAt = new Date();
    const messageId = newMessageId(place.region, acceptedAt.getTime());
    const wire = asSent(mail, { messageId, acceptedAt, region: place.region });
    const [subject = ''] = valuesOf(wire, 'subject');
    const onWire = joinRawMail(wire);
    const sentAt = acceptedAt.toISOString();
    const fates = new Map(
      recipients.map((each) => [each, fateOf(each, suppressed.get(each) !== undefined)]),
    );
    await outbox.keep(
      { messageId, sentAt, from: source, recipients, subject, configurationSet },
      onWire,
    );

    const sourceArn = mailIdentityArn(place, requireIdentity(identities, source, place.region));
    const tags = tagsOf(input);
    const { account } = place;
    const accepted = {
      messageId,
      acceptedAt,
      source,
      sourceArn,
      account,
      recipients,
      mail: wire,
      configurationSet,
      tags,
    };
    // After the answer, as in AWS; a receiver must cope with either order all the same.
    setImmediate(() => {
      for (const event of eventsOf(accepted, fates)) mailEvent?.(event);
    });
    const to = recipients.filter((each) => fates.get(each) === 'delivered');
    if (transport && to.length > 0) {
      transport
        .sendMail({ raw: onWire, envelope: { from: source, to } })
        .catch((error: unknown) => warn(`The mail relay refused ${messageId}: ${String(error)}`));
    }
    return { MessageId: messageId };
  };

  /**
   * Raw content is asked for as ses:SendRawEmail; that v2 also asks ses:SendEmail is the careful
   * reading. A configuration set is a resource of its own.
   */
  function authorize(
    { caller }: Call,
    mail: { senders: string[]; recipients: string[]; configurationSet?: string; isRaw: boolean },
  ): void {
    const context = {
      'ses:FromAddress': mail.senders.slice(0, 1),
      'ses:Recipients': mail.recipients,
    };
    const known = new Set(
      mail.senders.map((sender) =>
        mailIdentityArn(place, requireIdentity(identities, sender, place.region)),
      ),
    );
    const resources = [...known];
    if (mail.configurationSet) {
      resources.push(
        `arn:aws:ses:${place.region}:${place.account}:configuration-set/${mail.configurationSet}`,
      );
    }
    for (const resource of resources) {
      caller.require('ses:SendEmail', resource, context);
      if (mail.isRaw) caller.require('ses:SendRawEmail', resource, context);
    }
  }
}

/** SES puts its own Message-ID and Date and drops the fields it took as instructions. */
function asSent(
  mail: RawMail,
  { messageId, acceptedAt, region }: { messageId: string; acceptedAt: Date; region: string },
): RawMail {
  const own: HeaderField[] = [
    ['Message-ID', `<${messageId}@${wireDomain(region)}>`],
    ['Date', acceptedAt.toUTCString().replace('GMT', '+0000')],
  ].map(([name = '', value = '']) => ({ name, value, raw: `${name}: ${value}` }));
  const dropped = new Set([...consumed, 'message-id', 'date', 'return-path']);
  const kept = mail.fields.filter(({ name }) => !dropped.has(name.toLowerCase()));
  return { fields: [...kept, ...own], rest: mail.rest };
}

function setNameOf(input: JsonObject, mail: RawMail): string | undefined {
  if (typeof input.ConfigurationSetName === 'string') return input.ConfigurationSetName;
  return valuesOf(mail, 'x-ses-configuration-set')[0];
}

function tagsOf(input: JsonObject): Record<string, string[]> {
  const tags = Array.isArray(input.EmailTags) ? input.EmailTags.filter(isObject) : [];
  return Object.fromEntries(tags.map(({ Name, Value }) => [String(Name), [String(Value)]]));
}
