import type { Credentials } from '../../../local/aws/contract.ts';

/** Where a started desk is, as its process tells. */
export type DeskPlace = {
  readonly baseUrl: string;
  readonly smtpPort: number;
  readonly awsEndpoint: string;
  readonly region: string;
  /** May do everything. */
  readonly operator: Credentials;
  readonly tableName: string;
  /** Name of the webhook connection's secret. */
  readonly webhookSecret: string;
};
