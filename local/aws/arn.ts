/** Where the local services pretend to be. */
export interface Place {
  region: string;
  /** Twelve digits. */
  account: string;
}

export function queueArn(place: Place, queueName: string): string {
  return `arn:aws:sqs:${place.region}:${place.account}:${queueName}`;
}

export function queueUrl(endpoint: string, place: Place, queueName: string): string {
  return `${endpoint}/${place.account}/${queueName}`;
}

export function tableArn(place: Place, tableName: string): string {
  return `arn:aws:dynamodb:${place.region}:${place.account}:table/${tableName}`;
}

/** The label is fixed here: a local table keeps one stream for life. */
export function streamArn(place: Place, tableName: string): string {
  return `${tableArn(place, tableName)}/stream/2026-01-01T00:00:00.000`;
}

export function bucketArn(bucketName: string): string {
  return `arn:aws:s3:::${bucketName}`;
}

/** Real ARNs end in six random characters; locally a fixed suffix keeps them stable. */
export function secretArn(place: Place, name: string): string {
  return `arn:aws:secretsmanager:${place.region}:${place.account}:secret:${name}-LocalX`;
}

export function topicArn(place: Place, topicName: string): string {
  return `arn:aws:sns:${place.region}:${place.account}:${topicName}`;
}

export function mailIdentityArn(place: Place, identity: string): string {
  return `arn:aws:ses:${place.region}:${place.account}:identity/${identity}`;
}

export function mappingArn(place: Place, uuid: string): string {
  return `arn:aws:lambda:${place.region}:${place.account}:event-source-mapping:${uuid}`;
}
