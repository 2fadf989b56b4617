import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Statement, statementsOf } from './statements.ts';
import { type SynthesizedDesk, synthesizeDesk } from './synthesized-desk.ts';

let desk: SynthesizedDesk;
let statements: Statement[];
beforeAll(() => {
  desk = synthesizeDesk();
  statements = statementsOf(desk);
});
afterAll(() => desk.forget());

const whoMay = (action: RegExp): string[] =>
  [
    ...new Set(
      statements
        .filter(({ actions }) => actions.some((name) => action.test(name)))
        .map(({ who }) => who),
    ),
  ].sort();

type LeadingKeys = { 'ForAllValues:StringLike'?: { 'dynamodb:LeadingKeys': string | string[] } };
const partitionsWrittenBy = (name: string): string[] =>
  statements
    .filter(
      ({ who, actions }) => who === name && /dynamodb:(Put|Update|Delete)/.test(actions.join()),
    )
    .flatMap(
      ({ conditions }) =>
        (conditions as LeadingKeys | undefined)?.['ForAllValues:StringLike']?.[
          'dynamodb:LeadingKeys'
        ] ?? 'any',
    );

describe('permissions', () => {
  it('let only deliver send mail, and only from our domain', () => {
    const sending = statements.filter(({ actions }) =>
      actions.some((name) => name.startsWith('ses:Send')),
    );

    expect(sending.map(({ who }) => who)).toEqual(['deliver']);
    expect(sending[0]?.conditions).toEqual({
      StringLike: { 'ses:FromAddress': '*@help.kopilka.example' },
    });
  });

  it('let only api edit the suppression list', () => {
    expect(whoMay(/^ses:.*Suppress/)).toEqual(['api']);
  });

  it('let only hook, intake and deliver read the credentials of providers, the portal those of chats', () => {
    const reading = statements.filter(
      ({ actions, resources }) =>
        actions.includes('secretsmanager:GetSecretValue') &&
        JSON.stringify(resources).includes('Connections'),
    );

    expect(reading.map(({ who }) => who).sort()).toEqual(['deliver', 'hook', 'intake', 'portal']);
    const named = JSON.stringify(reading.find(({ who }) => who === 'portal')?.resources);
    expect(named.match(/Connections[a-z]+/g)).toEqual(['Connectionssitechat']);
  });

  it('let only relay, the socket’s own function and the agents’ API speak to who is connected', () => {
    expect(whoMay(/^execute-api:/)).toEqual(['api', 'chat', 'relay']);
  });

  it('let only api pause a queue', () => {
    expect(whoMay(/^lambda:/)).toEqual(['api']);
  });

  it('let hook, which strangers call, touch no ticket', () => {
    const onTable = statements.filter(({ actions }) =>
      actions.some((name) => name.startsWith('dynamodb:')),
    );

    expect(onTable.map(({ who }) => who)).not.toContain('hook');
  });

  it('let the portal, which strangers call, write its rate fuses and who unsubscribed, nothing else', () => {
    expect(partitionsWrittenBy('portal')).toEqual(['R#*', 'U#*']);
  });

  it('let those who follow the stream write no ticket', () => {
    expect(partitionsWrittenBy('relay').sort()).toEqual(['CONNECTIONS', 'F#*', 'V#*']);
    expect(partitionsWrittenBy('tally')).toEqual(['COUNTS']);
    expect([...new Set(partitionsWrittenBy('chat'))].sort()).toEqual(['CONNECTIONS', 'R#*', 'V#*']);
  });

  it('let no function scan, delete a table or read another stream', () => {
    expect(whoMay(/dynamodb:(Scan|\*|DeleteTable|CreateTable)/)).toEqual([]);
    expect(whoMay(/dynamodb:GetRecords/)).toEqual(['relay', 'tally']);
  });

  it('name every resource, except where AWS knows none', () => {
    const wide = statements
      .filter(({ resources }) => resources.includes('*'))
      .flatMap(({ actions }) => actions);

    expect([...new Set(wide)].sort()).toEqual([
      'dynamodb:ListStreams',
      'ses:DeleteSuppressedDestination',
      'ses:ListSuppressedDestinations',
      'ses:PutSuppressedDestination',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  it('name every action in full', () => {
    const wide = statements.flatMap(({ actions }) => actions).filter((name) => name.includes('*'));

    expect(wide).toEqual([]);
  });
});
