import { describe, expect, it } from 'vitest';
import { needsOf } from './needs.ts';

const table = 'arn:aws:dynamodb:eu-central-1:123456789012:table/desk';
const world = { place: { region: 'eu-central-1', account: '123456789012' }, hashKeyOf: () => 'PK' };
const key = (id: string) => ({ PK: { S: id }, SK: { S: 'x' } });

describe('what IAM is asked', () => {
  it('is each item of a transaction with its partition', () => {
    const TransactItems = [
      { Put: { TableName: 'desk', Item: key('a') } },
      { ConditionCheck: { TableName: table, Key: key('b') } },
    ];

    expect(needsOf('TransactWriteItems', { TransactItems }, world)).toEqual([
      { action: 'dynamodb:PutItem', resource: table, leadingKeys: ['a'] },
      { action: 'dynamodb:ConditionCheckItem', resource: table, leadingKeys: ['b'] },
    ]);
  });

  it('is each table of a batch with the partitions of its keys', () => {
    const RequestItems = {
      desk: [{ PutRequest: { Item: key('a') } }, { DeleteRequest: { Key: key('b') } }],
    };

    expect(needsOf('BatchWriteItem', { RequestItems }, world)).toEqual([
      { action: 'dynamodb:BatchWriteItem', resource: table, leadingKeys: ['a', 'b'] },
    ]);
  });

  it.each([
    ['PK = :pk AND begins_with(SK, :sk)', {}],
    ['begins_with(SK, :sk) and #p=:pk', { '#p': 'PK' }],
  ])('is the partition that %s names', (KeyConditionExpression, ExpressionAttributeNames) => {
    const ExpressionAttributeValues = { ':pk': { S: 'tkt#1' }, ':sk': { S: 'msg#' } };
    const input = {
      TableName: 'desk',
      KeyConditionExpression,
      ExpressionAttributeNames,
      ExpressionAttributeValues,
    };

    expect(needsOf('Query', input, world)).toMatchObject([{ leadingKeys: ['tkt#1'] }]);
  });

  it('is not guessed for a query whose partition cannot be seen', () => {
    expect(() => needsOf('Query', { TableName: 'desk' }, world)).toThrow('KeyConditionExpression');
    expect(() => needsOf('ExecuteStatement', {}, world)).toThrow('ExecuteStatement');
  });
});
