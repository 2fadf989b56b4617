import * as z from 'zod';
import type { Inventory } from './inventory.ts';

const headersProperties = z.object({
  ResponseHeadersPolicyConfig: z.object({
    CustomHeadersConfig: z
      .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) })
      .optional(),
    SecurityHeadersConfig: z
      .object({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }).optional(),
        ContentTypeOptions: z.object({}).optional(),
        FrameOptions: z.object({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }).optional(),
      })
      .optional(),
  }),
});

/** Ids of AWS's own policies that set only headers a loopback address does not need. */
const MANAGED_POLICY_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Lower-case header → value. HSTS is left out: on loopback it would break every other port. */
export function readResponseHeaders(
  inventory: Inventory,
  policyId: string | undefined,
): Record<string, string> {
  if (policyId === undefined || MANAGED_POLICY_ID.test(policyId)) return {};
  const { ResponseHeadersPolicyConfig: config } = inventory.byRef(
    'AWS::CloudFront::ResponseHeadersPolicy',
    policyId,
    headersProperties,
  ).properties;
  const security = config.SecurityHeadersConfig;
  const headers: Record<string, string | undefined> = {
    'content-security-policy': security?.ContentSecurityPolicy?.ContentSecurityPolicy,
    'x-content-type-options': security?.ContentTypeOptions && 'nosniff',
    'x-frame-options': security?.FrameOptions?.FrameOption,
    'referrer-policy': security?.ReferrerPolicy?.ReferrerPolicy,
  };
  for (const { Header, Value } of config.CustomHeadersConfig?.Items ?? []) {
    headers[Header.toLowerCase()] = Value;
  }
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
