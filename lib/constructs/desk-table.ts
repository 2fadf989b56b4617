import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { expiresAttribute, type IndexShape, tableIndexes, tableKeys } from '../../schemas/table.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * The one table, in the shape that the stores are written for. On demand: it costs nothing when nobody
 * writes. It cannot be deleted by accident: retained, protected, restorable to any second of 35 days.
 */
export class DeskTable extends Table {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      partitionKey: text(tableKeys.partition),
      sortKey: text(tableKeys.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: expiresAttribute,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const index of tableIndexes) this.#add(index);
  }

  #add({ name, partition, sort, includes }: IndexShape): void {
    this.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: text(partition),
      sortKey: text(sort),
      ...(includes.length === 0
        ? { projectionType: ProjectionType.KEYS_ONLY }
        : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...includes] }),
    });
  }
}
