import { Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

/**
 * cdk-nag's name of its finding about objects of a bucket that another stack owns. It writes the resource as
 * the template does, so the export's generated name is part of it.
 */
export function importedObjectsFinding(bucket: IBucket, pattern: string): string {
  const stack = Stack.of(bucket);
  const imported: unknown = stack.resolve(stack.exportValue(bucket.bucketArn));
  const exportName = (imported as { 'Fn::ImportValue': string })['Fn::ImportValue'];
  return `AwsSolutions-IAM5[Resource::${exportName}/${pattern}]`;
}
