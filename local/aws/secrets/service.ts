import { type Place, secretArn } from '../arn.ts';
import { AwsError, notEmulated } from '../gateway/aws-error.ts';
import type { Call, Service } from '../gateway/call.ts';
import { type JsonObject, jsonAnswer, jsonRefusal, parseJson } from '../gateway/json-protocol.ts';
import type { SecretStore, SecretVersion } from './secret-store.ts';

/** Secrets Manager with one version per secret, the current one. */
export function secretsService(store: SecretStore, place: Place): Service {
  /** A secret is named by its name, its ARN, or its ARN without the random suffix. */
  function nameOf(input: JsonObject): string {
    const id = String(input.SecretId ?? '');
    const inArn = /^arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:(.+)$/.exec(id)?.[1] ?? id;
    if (store.get(inArn)) return inArn;
    return store.names().find((name) => secretArn(place, name).endsWith(`:${inArn}`)) ?? inArn;
  }

  function allowed(input: JsonObject, call: Call, action: string) {
    const name = nameOf(input);
    const ARN = secretArn(place, name);
    call.caller.require(`secretsmanager:${action}`, ARN);
    const version = store.get(name);
    if (version) return { name, ARN, version };
    throw new AwsError(
      'ResourceNotFoundException',
      "Secrets Manager can't find the specified secret.",
    );
  }

  function written({ versionId, createdAt }: SecretVersion) {
    return { VersionId: versionId, CreatedDate: Date.parse(createdAt) / 1000 };
  }

  const operations: Record<string, (input: JsonObject, call: Call) => JsonObject> = {
    GetSecretValue(input, call) {
      const { name, ARN, version } = allowed(input, call, 'GetSecretValue');
      if (input.VersionStage !== undefined && input.VersionStage !== 'AWSCURRENT') {
        throw notEmulated('Secrets Manager', `the version stage ${String(input.VersionStage)}`);
      }
      const stages = { VersionStages: ['AWSCURRENT'] };
      return { ARN, Name: name, SecretString: version.value, ...stages, ...written(version) };
    },
    PutSecretValue(input, call) {
      const { name, ARN } = allowed(input, call, 'PutSecretValue');
      if (typeof input.SecretString !== 'string')
        throw notEmulated('Secrets Manager', 'SecretBinary');
      const version = store.put(name, input.SecretString);
      return { ARN, Name: name, VersionId: version.versionId, VersionStages: ['AWSCURRENT'] };
    },
    DescribeSecret(input, call) {
      const { name, ARN, version } = allowed(input, call, 'DescribeSecret');
      const VersionIdsToStages = { [version.versionId]: ['AWSCURRENT'] };
      return { ARN, Name: name, VersionIdsToStages, CreatedDate: written(version).CreatedDate };
    },
    ListSecrets(_, call) {
      call.caller.require('secretsmanager:ListSecrets', '*');
      const SecretList = store.names().map((name) => ({ ARN: secretArn(place, name), Name: name }));
      return { SecretList };
    },
  };

  return {
    answer(call) {
      const operation = operations[call.operation];
      if (!operation) throw notEmulated('Secrets Manager', call.operation);
      return jsonAnswer(operation(parseJson(call.body), call));
    },
    refuse(error) {
      const answer = jsonRefusal(error);
      if (error.code === 'AccessDeniedException') answer.status = 400;
      return answer;
    },
  };
}
