import * as z from 'zod';
import { readAssembly } from './assembly.ts';
import { Inventory } from './inventory.ts';
import type { DeskModel } from './model.ts';
import { DEFAULT_REGION, LOCAL_ACCOUNT } from './place.ts';
import { readHttpApis, readWebSocketApis } from './read-apis.ts';
import { readDeployments } from './read-deployments.ts';
import { readDistributions } from './read-distribution.ts';
import { readEventRules } from './read-events.ts';
import { readFunctions } from './read-functions.ts';
import { readMailEvents, readReceiptRules } from './read-mail.ts';
import { readMappings } from './read-mappings.ts';
import { readQueues, readTopics } from './read-queues.ts';
import { readRoles } from './read-roles.ts';
import { readSchedules } from './read-schedules.ts';
import { readSignIn } from './read-sign-in.ts';
import { readBuckets, readSecrets, readTables } from './read-storage.ts';
import { resolveResources } from './resources.ts';

const anything = z.object({});

/**
 * Reads a cloud assembly into what the runner starts.
 * @param folder the synthesized app (`cdk.out`)
 * @throws with type and logical id on anything that is not emulated
 */
export async function readModel(folder: string): Promise<DeskModel> {
  const assembly = await readAssembly(folder);
  const resources = resolveResources(assembly);
  const inventory = new Inventory(resources);
  const names = (type: string) => inventory.all(type, anything).map(({ name }) => name);
  const httpApis = readHttpApis(inventory);
  return {
    account: resources[0]?.account ?? LOCAL_ACCOUNT,
    region:
      resources.find(({ type }) => type === 'AWS::Lambda::Function')?.region ?? DEFAULT_REGION,
    functions: readFunctions(inventory, assembly.assets),
    roles: readRoles(inventory),
    tables: readTables(inventory),
    queues: readQueues(inventory),
    buckets: readBuckets(inventory),
    secrets: readSecrets(inventory),
    topics: readTopics(inventory),
    mappings: readMappings(inventory),
    httpApis,
    webSocketApis: readWebSocketApis(inventory),
    schedules: readSchedules(inventory),
    eventRules: readEventRules(inventory),
    mailEvents: readMailEvents(inventory),
    receiptRules: readReceiptRules(inventory),
    mailIdentities: names('AWS::SES::EmailIdentity'),
    configurationSets: names('AWS::SES::ConfigurationSet'),
    signIn: readSignIn(inventory, httpApis),
    distributions: readDistributions(inventory),
    deployments: readDeployments(inventory, assembly.assets),
    alarms: names('AWS::CloudWatch::Alarm'),
    dashboards: names('AWS::CloudWatch::Dashboard'),
  };
}
