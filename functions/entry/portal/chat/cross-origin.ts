import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Connection } from '../../../../schemas/connection.ts';
import { isAllowedOrigin } from '../../../channels/chat/allowed-origin.ts';

type Route = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * The widget asks from pages of other origins: what it sends is JSON under the name of plain text, which browsers send
 * without asking first, and the answer is readable only for hosts that some connection lists. No cookie takes part, so
 * a page elsewhere gains nothing by asking. Which host may use which chat is looked at with the connection.
 */
export const acrossOrigins =
  (
    { connections, appUrl }: { readonly connections: readonly Connection[]; appUrl: string },
    route: Route,
  ): Route =>
  async (event) => {
    if (!event.rawPath.startsWith('/portal/chat/')) return route(event);
    const answer = await route({
      ...event,
      headers: { ...event.headers, 'content-type': 'application/json' },
    });
    const { origin } = event.headers;
    const isKnown = connections.some(
      (one) => one.channel === 'chat' && isAllowedOrigin(one, origin, appUrl),
    );
    return {
      ...answer,
      headers: {
        ...answer.headers,
        vary: 'origin',
        ...(isKnown && origin !== undefined && { 'access-control-allow-origin': origin }),
      },
    };
  };
