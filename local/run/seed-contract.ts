import type { Credentials } from '../aws/contract.ts';
import type { DeskModel } from '../template/model.ts';

/** What `local/seed/seed.ts` gets from the runner on a fresh data folder. */
export type SeedOptions = {
  /** The seed writes `people.json` here: `[{ sub, email, name, role }]`. */
  dataFolder: string;
  baseUrl: string;
  smtpPort: number;
  awsEndpoint: string;
  region: string;
  /** May do everything. */
  operator: Credentials;
  model: DeskModel;
  /** People and topics only, no tickets. */
  empty: boolean;
  /** All of the seed's times count back from here. */
  now: Date;
  say: (line: string) => void;
  /** An ID token of somebody in `people.json`. */
  token: (email: string) => Promise<string>;
};
export type Seed = (options: SeedOptions) => Promise<void>;
