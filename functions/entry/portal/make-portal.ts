import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { publicEndpoints } from '../../../schemas/api/index.ts';
import { newRouter } from '../../http/router.ts';
import { visitorOf } from '../visitor.ts';
import { acrossOrigins } from './chat/cross-origin.ts';
import { openChat } from './chat/open-chat.ts';
import { readChat } from './chat/read-chat.ts';
import { requestChatUpload } from './chat/request-chat-upload.ts';
import { createRequest } from './create-request.ts';
import { getPortalConfig } from './get-portal-config.ts';
import type { PortalDeps } from './portal-deps.ts';
import { requestPortalUpload } from './request-portal-upload.ts';
import { askUnsubscribe, unsubscribe } from './unsubscribe.ts';
import { withUnsubscribePage } from './unsubscribe-page.ts';

/** What anyone may do. */
export const makePortal = (deps: PortalDeps) =>
  withUnsubscribePage(
    deps.settings,
    acrossOrigins(
      deps.settings,
      newRouter({
        endpoints: publicEndpoints,
        handlers: {
          getPortalConfig: getPortalConfig(deps),
          createRequest: createRequest(deps),
          requestPortalUpload: requestPortalUpload(deps),
          openChat: openChat(deps),
          readChat: readChat(deps),
          requestChatUpload: requestChatUpload(deps),
          askUnsubscribe: askUnsubscribe(deps),
          unsubscribe: unsubscribe(deps),
        },
        admit: async (event: APIGatewayProxyEventV2) => ({
          ...visitorOf(event),
          origin: event.headers['origin'],
        }),
      }),
    ),
  );
