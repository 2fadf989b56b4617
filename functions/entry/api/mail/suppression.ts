import * as z from 'zod';
import type { Suppressed } from '../../../../schemas/suppressed.ts';
import { AwsRefusal, type SignedFetch } from '../../../aws/signed-fetch.ts';

/** SES's account-wide list of addresses it no longer delivers to. */
export type SuppressionList = {
  readonly list: (
    cursor: string | undefined,
  ) => Promise<{ readonly suppressed: readonly Suppressed[]; readonly cursor?: string }>;
  readonly put: (address: string, reason: Suppressed['reason']) => Promise<void>;
  /** Whether it was there. */
  readonly remove: (address: string) => Promise<boolean>;
};

const Page = z.object({
  SuppressedDestinationSummaries: z
    .array(
      z.object({
        EmailAddress: z.string(),
        Reason: z.enum(['BOUNCE', 'COMPLAINT']),
        /** Epoch seconds. */
        LastUpdateTime: z.number(),
      }),
    )
    .default([]),
  NextToken: z.string().nullish(),
});

const pageSize = 100;

type Parts = {
  readonly send: SignedFetch;
  /** `https://email.<region>.amazonaws.com/v2/email/suppression/addresses` */
  readonly address: string;
};

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListSuppressedDestinations.html and its sisters */
export const newSuppressionList = ({ send, address: base }: Parts): SuppressionList => {
  const ask = async (method: 'GET' | 'PUT' | 'DELETE', url: URL, body?: object) => {
    const request = {
      service: 'ses',
      method,
      url,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    } as const;
    const answer = await send(request);
    const text = await answer.text();
    const isMissing = method === 'DELETE' && answer.status === 404;
    if (!answer.ok && !isMissing) throw new AwsRefusal(request, answer.status, text);
    return { text, isMissing };
  };

  return {
    list: async (cursor) => {
      const url = new URL(base);
      url.searchParams.set('PageSize', String(pageSize));
      if (cursor) url.searchParams.set('NextToken', cursor);
      const page = Page.parse(JSON.parse((await ask('GET', url)).text));
      return {
        suppressed: page.SuppressedDestinationSummaries.map((one) => ({
          address: one.EmailAddress,
          reason: one.Reason === 'BOUNCE' ? 'bounce' : 'complaint',
          at: new Date(one.LastUpdateTime * 1000).toISOString(),
        })),
        ...(page.NextToken && { cursor: page.NextToken }),
      };
    },
    put: async (address, reason) => {
      await ask('PUT', new URL(base), {
        EmailAddress: address,
        Reason: reason === 'bounce' ? 'BOUNCE' : 'COMPLAINT',
      });
    },
    remove: async (address) =>
      !(await ask('DELETE', new URL(`${base}/${encodeURIComponent(address)}`))).isMissing,
  };
};
