import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { allow, type Grant } from './grant.ts';
import { stayWithinVariables } from './variable-size.ts';

/** Variables as the entry's env.ts wants them; a value may bring its permission along. */
export type Environment<Variables> = { [Name in keyof Variables]: string | Grant };

export type DeskFunctionProps<Variables> = {
  /** Physical name. */
  name: string;
  /** Folder with index.mjs. */
  codeFolder: string;
  description: string;
  environment: Environment<Variables>;
  timeoutSeconds: number;
  memoryMegabytes?: number;
  /** Environments kept for this function, and its limit. */
  reservedConcurrency?: number;
};

/**
 * One deployed function: nodejs24.x on arm64, its own role, its own log group, traced. The type parameter is
 * the entry's own list of variables, so a renamed one does not compile.
 */
export class DeskFunction<Variables> extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: DeskFunctionProps<Variables>) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${props.name}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${props.name} may do`,
    });
    const values = Object.entries<string | Grant>(props.environment).filter(
      ([, value]) => value !== undefined,
    );
    const grants = values.map(([, value]) => value).filter((value) => typeof value !== 'string');
    this.#grant([...grants, mayLog(logGroup), mayTrace]);
    const environment = {
      // Stack traces name our files and lines; measured, it does not lengthen a cold start.
      NODE_OPTIONS: '--enable-source-maps',
      ...Object.fromEntries(
        values.map(([name, value]) => [name, typeof value === 'string' ? value : value.value]),
      ),
    };
    stayWithinVariables(this, props.name, environment);
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: props.name,
      description: props.description,
      code: Code.fromAsset(props.codeFolder),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      role: this.role,
      timeout: Duration.seconds(props.timeoutSeconds),
      memorySize: props.memoryMegabytes ?? 512,
      reservedConcurrentExecutions: props.reservedConcurrency,
      tracing: Tracing.ACTIVE,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // Every invocation ends with a line of ours; Lambda's own start and report lines would double the bill.
      systemLogLevelV2: SystemLogLevel.WARN,
      environment,
    });
  }

  #grant(grants: readonly Grant[]): void {
    for (const grant of grants) {
      for (const statement of grant.statements) this.role.addToPrincipalPolicy(statement);
      if (grant.accepts) acknowledge(this.role, grant.accepts);
    }
  }
}

const mayLog = (logGroup: LogGroup): Grant => ({
  value: logGroup.logGroupName,
  statements: [allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn])],
});

/** The construct library adds X-Ray's actions itself. */
const mayTrace: Grant = {
  value: '',
  statements: [],
  accepts: {
    'AwsSolutions-IAM5[Resource::*]': 'X-Ray knows no resources: its actions take nothing but *.',
  },
};
