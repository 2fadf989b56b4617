import * as z from 'zod';
import type { Connection } from '../../schemas/connection.ts';
import type { CheckState } from '../../schemas/connection-health.ts';
import type { Provider } from '../../schemas/primitives.ts';

/** What a look at a connection may use. */
export type Checking = {
  readonly connection: Connection;
  /** The connection's secret as stored. */
  readonly secret: unknown;
  readonly bases: Readonly<Record<Provider, string>>;
  readonly fetch: typeof fetch;
  /** Public address of this connection's hook. */
  readonly hookUrl: string;
  /** Epoch milliseconds, for credentials that end. */
  readonly now?: () => number;
};

export type CheckResult = {
  readonly state: CheckState;
  /** In the provider's words, without credentials, cut to 300 characters. */
  readonly error?: string;
  /** Whom the provider says we are: the bot's name, the page, the number. */
  readonly account?: string;
};

/**
 * Asks the provider whether our credentials hold and whether its hook leads to us, and sets the hook where the API
 * allows it. Repeating it changes nothing. Never throws for what the provider says.
 */
export type Check = (context: Checking) => Promise<CheckResult>;

/** For connections that nobody can be asked about: their traffic alone tells. */
export const noCheck: Check = async () => ({ state: 'not-checked' });

/** A check of a provider whose answers may have another shape than its pages say: that is a finding too. */
export const readingCheck =
  (check: Check): Check =>
  async (context) => {
    try {
      return await check(context);
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      const { channel } = context.connection;
      return { state: 'failing', error: `${channel}: an answer of another shape than documented` };
    }
  };
