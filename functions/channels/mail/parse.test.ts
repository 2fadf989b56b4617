import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../schemas/connection.ts';
import type { ReceivedMail } from '../../../schemas/queue.ts';
import { aMail, aNotification, testConnections, testSecret } from '../../../test/make/an-intake.ts';
import { agentAddress } from '../../mail/threading/agent-address.ts';
import { replyAddress } from '../../mail/threading/reply-address.ts';
import { ourMailOf } from './our-mail.ts';
import { parseMailInput } from './parse.ts';
import { receivedEnvelope } from './received-envelope.ts';

const connections: readonly Connection[] = testConnections.map((connection) =>
  connection.channel === 'mail' && connection.id === 'support'
    ? { ...connection, aliases: ['help@desk.example', 'Info@desk.example'] }
    : connection,
);
const our = ourMailOf({ domain: 'desk.example', connections }, [testSecret]);

const understood = async (
  raw: Buffer,
  receipt: Parameters<typeof aNotification>[1] = {},
): Promise<Awaited<ReturnType<typeof parseMailInput>>> => {
  const job: ReceivedMail = aNotification('m1', receipt);
  const occurredAt = job.receipt.timestamp;
  const delivery = { envelope: receivedEnvelope(job), occurredAt };
  return parseMailInput({ raw, our, connections, delivery, receivedAt: occurredAt });
};
const first = async (...given: Parameters<typeof understood>) => {
  const [incoming] = (await understood(...given)).incoming;
  if (!incoming) throw new Error('nothing was understood');
  return incoming;
};

describe('the mailbox of a mail', () => {
  it.each([
    ['its address', ['support@desk.example'], ['support']],
    ['a plus-address', ['support+anything@desk.example'], ['support']],
    ['an alias in any case', ['HELP@desk.example'], ['support']],
    ['a plus-address of an alias', ['info+shop@desk.example'], ['support']],
    ['another mailbox', ['sales@desk.example'], ['sales']],
    [
      'two mailboxes in one delivery',
      ['sales@desk.example', 'help@desk.example'],
      ['support', 'sales'],
    ],
    ['an address nobody set up', ['ceo@desk.example'], ['support']],
  ])('is found by %s', async (_, recipients, ids) => {
    const { incoming } = await understood(aMail(), { recipients });

    expect(incoming.map(({ inbound }) => inbound.connectionId)).toEqual(ids);
  });

  it('is known again by each of two deliveries of one mail', async () => {
    const keys = await Promise.all(
      ['sales@desk.example', 'support@desk.example'].map(
        async (to) => (await first(aMail(), { recipients: [to] })).inbound.idempotencyKey,
      ),
    );

    expect(keys).toEqual([
      'mail|sales|first@customer.example',
      'mail|support|first@customer.example',
    ]);
  });

  it('is never answered in copy, under whichever of its names', async () => {
    const raw = aMail({ to: 'help@desk.example, bo@customer.example' });

    expect((await first(raw)).inbound.replyTo.cc).toEqual(['bo@customer.example']);
  });

  it('takes a reply address that was written by way of an alias', async () => {
    const address = replyAddress('support@desk.example', '7', testSecret);

    const { inbound } = await first(aMail({ to: address }), {
      recipients: ['help+x@desk.example', 'sales@desk.example'],
    });

    expect(inbound.knownTickets).toEqual(['tkt_7']);
  });
});

it('is nothing, when it says that an agent we notified is away', async () => {
  const bound = { ticketNumber: '7', agentId: 'agt_nina', lastPublicId: 'msg_000000' };
  const to = agentAddress('support@desk.example', bound, testSecret);

  const { incoming, ignored } = await understood(
    aMail({ to, headers: ['Auto-Submitted: auto-replied'] }),
    { recipients: [to] },
  );

  expect([incoming, ignored]).toEqual([[], ['mail.agent-away']]);
});

const said = (status: string) => ({ status });

describe('a mail is held apart', () => {
  it.each([
    ['for a virus, files and formatting withheld', { virusVerdict: said('FAIL') }, 'virus'],
    ['as spam', { spamVerdict: said('FAIL') }, 'spam'],
    [
      'as unverified, when the domain asks to reject it',
      { dmarcVerdict: said('FAIL'), dmarcPolicy: 'reject' },
      'unverified',
    ],
    [
      'as unverified, when the domain asks to quarantine it',
      { dmarcVerdict: said('FAIL'), dmarcPolicy: 'quarantine' },
      'unverified',
    ],
    [
      'not, when the domain asks for nothing',
      { dmarcVerdict: said('FAIL'), dmarcPolicy: 'none' },
      undefined,
    ],
    [
      'not, when nothing proves the sender: it is flagged',
      { spfVerdict: said('FAIL'), dkimVerdict: said('GRAY'), dmarcVerdict: said('GRAY') },
      undefined,
    ],
    [
      'not, when scanning failed',
      { spamVerdict: said('PROCESSING_FAILED'), virusVerdict: said('DISABLED') },
      undefined,
    ],
  ])('%s', async (_, receipt: Partial<ReceivedMail['receipt']>, held) => {
    const raw = aMail({
      headers: ['Content-Type: text/html'],
      body: '<p>Hello</p>',
    });

    const { inbound } = await first(raw, receipt);

    expect([inbound.held, inbound.isSpam]).toEqual([held, held !== undefined]);
    expect(inbound.mayAcknowledge && held !== undefined).toBe(false);
    expect(inbound.html === undefined).toBe(held === 'virus');
  });
});

describe('what a mail carries is named', () => {
  const part = (type: string, body: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
  const mixed = (subtype: string, ...parts: string[]) =>
    aMail({
      headers: [`Content-Type: multipart/${subtype}; boundary=b`],
      body: `${part('text/plain', 'Hello')}${parts.join('')}--b--`,
    });

  it.each([
    ['an S/MIME signature', mixed('signed', part('application/pkcs7-signature', 'x')), 'signed'],
    ['a PGP signature', mixed('signed', part('application/pgp-signature', 'x')), 'signed'],
    [
      'PGP encryption',
      mixed('encrypted', part('application/pgp-encrypted', 'Version: 1')),
      'encrypted-pgp',
    ],
    [
      'S/MIME encryption',
      mixed('mixed', part('application/pkcs7-mime; smime-type=enveloped-data', 'x')),
      'encrypted-smime',
    ],
    ['a mail inside', mixed('mixed', part('message/rfc822', 'Subject: x\r\n\r\ny')), 'mail-inside'],
    [
      'a winmail.dat that stays shut',
      mixed('mixed', part('application/ms-tnef', 'x')),
      'tnef-unreadable',
    ],
  ])('%s', async (_, raw, flag) => {
    expect((await first(raw)).inbound.flags).toContain(flag);
  });

  it('an invitation, by what and when', async () => {
    const calendar = [
      'BEGIN:VCALENDAR',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'DTSTART;TZID=Europe/Berlin:20261123T100000',
      'DTEND;TZID=Europe/Berlin:20261123T110000',
      'SUMMARY:Call about the order',
      'LOCATION:Room 4',
      'ORGANIZER:mailto:ann@customer.example',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');

    const { inbound, files } = await first(
      mixed('mixed', part('text/calendar; method=REQUEST', calendar)),
    );

    expect(inbound.invitation).toEqual({
      method: 'REQUEST',
      title: 'Call about the order',
      start: '20261123T100000',
      end: '20261123T110000',
      timeZone: 'Europe/Berlin',
      location: 'Room 4',
      organizer: 'ann@customer.example',
    });
    expect(files).toMatchObject([{ name: 'invite.ics', kind: 'calendar' }]);
  });
});
