import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchorOf } from '../../lib/constructs/runbook.ts';
import { type Resource, type SynthesizedDesk, synthesizeDesk } from './synthesized-desk.ts';

let desk: SynthesizedDesk;
let alarms: string[];
beforeAll(() => {
  desk = synthesizeDesk();
  alarms = desk.of('AWS::CloudWatch::Alarm').map(({ properties }) => JSON.stringify(properties));
});
afterAll(() => desk.forget());

const nameOf = ({ properties }: Resource): string => String(properties['QueueName']);
const isDead = (queue: Resource): boolean => nameOf(queue).endsWith('-dead');
const logicalId = ({ id }: Resource): string => id.split('/')[1] ?? '';
const alarmsOn = (queue: Resource, metric: string): string[] =>
  alarms.filter(
    (alarm) =>
      alarm.includes(`"${metric}"`) && alarm.includes(`["${logicalId(queue)}","QueueName"]`),
  );

describe('every queue that is worked', () => {
  it('has dead letters', () => {
    const worked = desk.of('AWS::SQS::Queue').filter((queue) => !isDead(queue));

    expect(worked.length).toBe(14);
    for (const queue of worked)
      expect(queue.properties['RedrivePolicy'], nameOf(queue)).toBeDefined();
  });

  it('has an alarm on the age of its oldest message', () => {
    for (const queue of desk.of('AWS::SQS::Queue').filter((one) => !isDead(one)))
      expect(alarmsOn(queue, 'ApproximateAgeOfOldestMessage'), nameOf(queue)).toHaveLength(1);
  });

  it('keeps messages as long as SQS can, but half minutes for an hour', () => {
    for (const queue of desk.of('AWS::SQS::Queue'))
      expect(queue.properties['MessageRetentionPeriod'], nameOf(queue)).toBe(
        nameOf(queue).endsWith('-half-minute') ? 3600 : 14 * 24 * 3600,
      );
  });

  it('hides a message for six times its consumer’s timeout', () => {
    const functions = new Map(desk.of('AWS::Lambda::Function').map((one) => [logicalId(one), one]));
    const queues = new Map(desk.of('AWS::SQS::Queue').map((one) => [logicalId(one), one]));
    type Mapping = {
      EventSourceArn: { 'Fn::GetAtt'?: [string, string] };
      FunctionName: { Ref: string };
    };

    const pairs = desk.of('AWS::Lambda::EventSourceMapping').flatMap(({ properties }) => {
      const mapping = properties as Mapping;
      const queue = queues.get(mapping.EventSourceArn['Fn::GetAtt']?.[0] ?? '');
      return queue ? [{ queue, reader: functions.get(mapping.FunctionName.Ref) }] : [];
    });

    expect(pairs).toHaveLength(14);
    for (const { queue, reader } of pairs)
      expect(Number(queue.properties['VisibilityTimeout']), nameOf(queue)).toBeGreaterThanOrEqual(
        6 * Number(reader?.properties['Timeout']),
      );
  });
});

describe('every queue of dead letters', () => {
  it('rings when something lies in it', () => {
    for (const queue of desk.of('AWS::SQS::Queue').filter(isDead))
      expect(alarmsOn(queue, 'ApproximateNumberOfMessagesVisible'), nameOf(queue)).toHaveLength(1);
  });
});

describe('every alarm', () => {
  const headings = readFileSync(join(import.meta.dirname, '../../docs/RUNBOOK.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('## '))
    .map((line) => line.slice(3));

  it('ends with a link to a section that exists', () => {
    const anchors = new Set(headings.map(anchorOf));

    for (const { id, properties } of desk.of('AWS::CloudWatch::Alarm')) {
      const link = / Runbook: docs\/RUNBOOK\.md#(\S+)$/.exec(
        String(properties['AlarmDescription']),
      );
      expect(anchors, id).toContain(link?.[1]);
    }
  });

  it('is told to somebody, when it begins and when it ends', () => {
    for (const { id, properties } of desk.of('AWS::CloudWatch::Alarm')) {
      expect(properties['AlarmActions'], id).toHaveLength(1);
      expect(properties['OKActions'], id).toHaveLength(1);
    }
  });

  it('has its section: the runbook has no other on alarms', () => {
    const linked = new Set(
      desk
        .of('AWS::CloudWatch::Alarm')
        .map(({ properties }) => String(properties['AlarmDescription']).split('#')[1]),
    );
    const procedures = new Set(['Before you begin', 'Procedures']);

    expect(
      headings
        .filter((heading) => !procedures.has(heading))
        .map(anchorOf)
        .sort(),
    ).toEqual([...linked].sort());
  });
});
