import { expect, it } from 'vitest';
import { rawMail } from '../../test/make/raw-mail.ts';
import { customerAddress } from './customer-address.ts';
import { parseMail } from './parse-mail.ts';

const ours = { addresses: ['support@firstline.example'] };
const from = 'From: Ann <ann@example.com>';

it.each([
  ['From', [from], 'ann@example.com'],
  ['Reply-To of a person', [from, 'Reply-To: bo@example.com'], 'bo@example.com'],
  [
    'From, when Reply-To is ours',
    [from, 'Reply-To: support+x@firstline.example'],
    'ann@example.com',
  ],
  ['From, when nobody reads Reply-To', [from, 'Reply-To: no-reply@example.com'], 'ann@example.com'],
  [
    'the sender before a group rewrote From',
    ['From: "Ann via Support" <support@firstline.example>', 'X-Original-Sender: ann@example.com'],
    'ann@example.com',
  ],
  [
    'the sender before a group rewrote From, when Reply-To is the group',
    [
      'From: "\'Ann\' via Help" <help@group.example>',
      'Reply-To: help@group.example',
      'List-Post: <https://groups.example/help>, <mailto:help@group.example>',
      'X-Original-Sender: ann@example.com',
    ],
    'ann@example.com',
  ],
  [
    'the person a group names in Reply-To',
    [
      'From: "Ann via Help" <help@group.example>',
      'X-Google-Group-Id: 1',
      'Reply-To: Ann <ann@home.example>',
      'X-Original-From: Ann <ann@example.com>',
    ],
    'ann@home.example',
  ],
  [
    'From, when somebody who is no group points at a third person',
    [from, 'X-Original-Sender: victim@bank.example'],
    'ann@example.com',
  ],
  ['Sender, when From has no address', ['From: Ann', 'Sender: ann@example.com'], 'ann@example.com'],
  ['the envelope, when nothing else is there', ['Subject: x'], 'envelope@example.com'],
])('is %s', (_, headers, address) => {
  const mail = parseMail(rawMail(...headers, '', 'x'));

  expect(customerAddress(mail, { from: 'envelope@example.com' }, ours)?.address).toBe(address);
});

it('is called what a group wrote around', () => {
  const mail = parseMail(
    rawMail(
      'From: "\'Ann Lee\' via Help" <help@group.example>',
      'List-Id: <help.group.example>',
      'X-Original-Sender: ann@example.com',
      '',
      'x',
    ),
  );

  expect(customerAddress(mail, { from: '' }, ours)?.name).toBe('Ann Lee');
});
