import { join, resolve } from 'node:path';
import type { SampleCode } from '../template/sample-app.ts';

const root = resolve(import.meta.dirname, '../..');
/** Assets lie in a temporary folder: packages are found from the repository. */
const load = `import { createRequire } from 'node:module';
const require = createRequire(${JSON.stringify(join(root, 'package.json'))});
const { SQSClient, SendMessageCommand, ReceiveMessageCommand } = require('@aws-sdk/client-sqs');
const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');
const sqs = new SQSClient({});
const table = new DynamoDBClient({});
`;

/** Functions that do a little of everything the desk's functions do. */
export const sampleCode: SampleCode = {
  api: `${load}
export const handler = async (event) => {
  const { rawPath, requestContext } = event;
  if (rawPath === '/hooks/send') {
    await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: event.body }));
    return { statusCode: 202 };
  }
  if (rawPath === '/hooks/put') {
    const { id } = JSON.parse(event.body);
    await table.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item: { PK: { S: id }, SK: { S: 'thing' } } }));
    return { statusCode: 201, headers: { 'x-put': id } };
  }
  if (rawPath === '/hooks/forbidden') {
    try { await sqs.send(new ReceiveMessageCommand({ QueueUrl: process.env.QUEUE_URL })); }
    catch (error) { return { statusCode: 403, body: error.name }; }
  }
  if (rawPath === '/hooks/outside') {
    const base = process.env.TELEGRAM_API_BASE;
    const answer = await fetch(base + '/bot1:a/sendMessage', { method: 'POST', body: JSON.stringify({ chat_id: 7, text: 'hi' }) });
    return { statusCode: answer.status, body: await answer.text() };
  }
  return { claims: requestContext.authorizer?.jwt.claims, parameters: event.pathParameters };
};`,
  worker: `export const handler = async ({ Records }) => {
  const batchItemFailures = [];
  for (const record of Records) {
    console.log(JSON.stringify({ code: 'worker.got', body: record.body, attempt: record.attributes.ApproximateReceiveCount }));
    if (record.body === 'poison') batchItemFailures.push({ itemIdentifier: record.messageId });
    if (record.body === 'once' && record.attributes.ApproximateReceiveCount === '1') process.exit(1);
  }
  return { batchItemFailures };
};`,
  follower: `export const handler = async ({ Records }) => {
  for (const { eventName, dynamodb } of Records) {
    console.log(JSON.stringify({ code: 'follower.saw', eventName, id: dynamodb.Keys.PK.S }));
    if (dynamodb.Keys.PK.S === 'bad') throw new Error('cannot follow');
  }
};`,
  push: `export const handler = async (event) => {
  console.log(JSON.stringify({ code: 'push.' + event.requestContext.eventType, id: event.requestContext.connectionId }));
  return { statusCode: event.queryStringParameters?.token === 'good' ? 200 : 401 };
};`,
  clock: `export const handler = async (event) => event['detail-type'];`,
};
