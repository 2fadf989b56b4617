import type { AwsServices } from '../../aws/contract.ts';
import type { FunctionModel } from '../../template/model.ts';

/** The environment Lambda gives a function: the template's variables and the runtime's own. */
export function variablesOf(options: {
  model: FunctionModel;
  aws: Pick<AwsServices, 'endpoint' | 'credentialsOf'>;
  region: string;
  rewrite: (text: string) => string;
}): Record<string, string> {
  const { model, aws, region, rewrite } = options;
  const own = Object.entries(model.environment).map(([name, value]) => [name, rewrite(value)]);
  const credentials = aws.credentialsOf(model.roleName);
  return {
    ...Object.fromEntries(own),
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: model.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(model.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${model.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    _HANDLER: `index.${model.exportName}`,
  };
}
