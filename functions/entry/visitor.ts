import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Who calls over the public door, as far as the gateway saw it. */
export type Visitor = { readonly ip: string };

/**
 * The gateway's source address is CloudFront's; CloudFront adds the visitor's to `X-Forwarded-For` and the gateway adds
 * CloudFront's behind it, so the visitor is the last but one whatever was sent along. Somebody who calls the gateway
 * past CloudFront can make the entry up: fuses by it slow down robots, they prove nothing.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export const visitorOf = (
  event: Pick<APIGatewayProxyEventV2, 'headers' | 'requestContext'>,
): Visitor => {
  const chain = (event.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim());
  return { ip: (chain.length > 1 && chain.at(-2)) || event.requestContext.http.sourceIp };
};
