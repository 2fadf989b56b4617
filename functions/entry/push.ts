import {
  type ApiGatewayManagementApiClient,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';

/** Sends text to one WebSocket. `gone`: nobody is there any more. */
export type Push = (connectionId: string, text: string) => Promise<'sent' | 'gone'>;

export const newPush =
  (client: ApiGatewayManagementApiClient): Push =>
  async (connectionId, text) => {
    try {
      await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: text }));
      return 'sent';
    } catch (error) {
      if (error instanceof GoneException) return 'gone';
      throw error;
    }
  };
