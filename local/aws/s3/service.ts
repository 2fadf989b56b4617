import { bucketArn } from '../arn.ts';
import type { AwsCallbacks, BucketDefinition, ObjectCreated } from '../contract.ts';
import { AwsError, notEmulated } from '../gateway/aws-error.ts';
import type { Answer, Call, Service } from '../gateway/call.ts';
import { payloadOf } from './chunked.ts';
import { corsHeaders, preflight } from './cors.ts';
import { listAnswer } from './listing.ts';
import type { ObjectEntry } from './object-index.ts';
import type { ObjectStore } from './object-store.ts';
import { readAnswer } from './reading.ts';
import { writeHeaders } from './writing.ts';
import { xmlAnswer, xmlRefusal } from './xml.ts';

/** Sub-resources and options that this S3 does not have. */
const unknownQueries = [
  'uploads',
  'uploadId',
  'tagging',
  'acl',
  'versioning',
  'versions',
  'versionId',
];

type ObjectCall = Call & { bucket: BucketDefinition; key: string };

export function s3Service(
  store: ObjectStore,
  buckets: readonly BucketDefinition[],
  created: AwsCallbacks['objectCreated'],
): Service {
  async function getObject(call: ObjectCall): Promise<Answer> {
    call.caller.require('s3:GetObject', arnOf(call));
    const entry = existing(call, call.bucket.name, call.key);
    return readAnswer(call, entry, call.method === 'GET' ? await store.body(entry) : undefined);
  }

  /** Without the right to list, a missing key looks like a forbidden one. */
  function existing(call: Call, bucketName: string, key: string): ObjectEntry {
    const entry = store.entry(bucketName, key);
    if (entry) return entry;
    if (call.caller.can('s3:ListBucket', bucketArn(bucketName))) {
      throw new AwsError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
    }
    throw new AwsError('AccessDenied', 'Access Denied', { status: 403 });
  }

  async function putObject(call: ObjectCall): Promise<Answer> {
    call.caller.require('s3:PutObject', arnOf(call));
    if (call.headers['x-amz-tagging']) throw notEmulated('S3', 'object tags');
    checkWriteConditions(call);
    const { body, checksums } = payloadOf(call.headers, call.body);
    const headers = { ...writeHeaders(call.headers), ...checksums };
    const entry = await store.put(call.bucket.name, call.key, { body, headers });
    announce(call, entry, 'ObjectCreated:Put');
    return { status: 200, headers: { etag: entry.eTag, ...checksums }, body: '' };
  }

  function checkWriteConditions({ headers, bucket, key }: ObjectCall): void {
    const present = store.entry(bucket.name, key);
    const mayNotExist = headers['if-none-match'] === '*' && present;
    const hasOtherTag = headers['if-match'] !== undefined && headers['if-match'] !== present?.eTag;
    if (!mayNotExist && !hasOtherTag) return;
    const text = 'At least one of the pre-conditions you specified did not hold';
    throw new AwsError('PreconditionFailed', text, { status: 412 });
  }

  async function copyObject(call: ObjectCall): Promise<Answer> {
    const source = decodeURIComponent(String(call.headers['x-amz-copy-source'])).replace(/^\//, '');
    const slash = source.indexOf('/');
    const [bucketName, key] = [source.slice(0, slash), source.slice(slash + 1)];
    call.caller.require('s3:GetObject', `${bucketArn(bucketName)}/${key}`);
    call.caller.require('s3:PutObject', arnOf(call));
    const original = existing(call, bucketName, key);
    const isReplacing = call.headers['x-amz-metadata-directive'] === 'REPLACE';
    const headers = isReplacing ? writeHeaders(call.headers) : original.headers;
    const body = await store.body(original);
    const entry = await store.put(call.bucket.name, call.key, { body, headers });
    announce(call, entry, 'ObjectCreated:Copy');
    const at = new Date(entry.modifiedAt).toISOString();
    return xmlAnswer('CopyObjectResult', { LastModified: at, ETag: entry.eTag });
  }

  function announce(
    { bucket, key }: ObjectCall,
    { size, eTag, modifiedAt }: ObjectEntry,
    eventName: ObjectCreated['eventName'],
  ): void {
    const at = new Date(modifiedAt).toISOString();
    created?.({ bucketName: bucket.name, key, size, eTag: eTag.slice(1, -1), eventName, at });
  }

  async function deleteObject(call: ObjectCall): Promise<Answer> {
    call.caller.require('s3:DeleteObject', arnOf(call));
    await store.remove(call.bucket.name, call.key);
    return { status: 204, headers: {}, body: '' };
  }

  function bucketAnswer(call: ObjectCall): Answer {
    const list = { 's3:prefix': [call.query.get('prefix') ?? ''] };
    call.caller.require('s3:ListBucket', bucketArn(call.bucket.name), list);
    if (call.method === 'HEAD') return { status: 200, headers: {}, body: '' };
    if (call.method === 'GET' && call.query.get('list-type') === '2') {
      return listAnswer(store, call.bucket.name, call.query);
    }
    throw notEmulated('S3', `${call.method} on a bucket`);
  }

  async function route(call: ObjectCall): Promise<Answer> {
    const strange = unknownQueries.find((name) => call.query.has(name));
    if (strange) throw notEmulated('S3', `?${strange}`);
    if (call.key === '') return bucketAnswer(call);
    if (call.method === 'GET' || call.method === 'HEAD') return getObject(call);
    if (call.method === 'DELETE') return deleteObject(call);
    if (call.method !== 'PUT') throw notEmulated('S3', `${call.method} on an object`);
    return call.headers['x-amz-copy-source'] ? copyObject(call) : putObject(call);
  }

  return {
    async answer(call) {
      const [, bucketName = '', ...rest] = call.path.split('/');
      const bucket = buckets.find(({ name }) => name === bucketName);
      if (!bucket) {
        throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 });
      }
      if (call.method === 'OPTIONS') return preflight(bucket.cors ?? [], call.headers);
      const key = decodeURIComponent(rest.join('/'));
      const cors = corsHeaders(bucket.cors ?? [], call.headers, call.method);
      try {
        // Not spread: `gone` of a call is a getter that must stay one.
        const answer = await route(Object.assign(call, { bucket, key }));
        return { ...answer, headers: { ...answer.headers, ...cors } };
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        const refusal = xmlRefusal(error);
        return { ...refusal, headers: { ...refusal.headers, ...cors } };
      }
    },
    refuse: xmlRefusal,
  };
}

function arnOf({ bucket, key }: ObjectCall): string {
  return `${bucketArn(bucket.name)}/${key}`;
}
