import { type Command, print, remark, UsageError } from './command.ts';
import { type Place, placeOf } from './place.ts';
import { openTool } from './tool.ts';

type Asked = Pick<Place, 'account' | 'prefix'> & { connectionId: string };
/** `functions/tool/secret.ts`. */
type SecretTool = {
  readSecret: (asked: Asked) => Promise<string>;
  writeSecret: (asked: Asked, json: string) => Promise<void>;
};

export const secret: Command = {
  summary: 'a connection’s credentials on the local desk: shown, or replaced',
  help: `npm run -s desk -- secret <connection> ['<JSON>']

Shows what a hook of the local desk must be proven with, or puts other credentials there; "alert-webhook" is where alerts
go. Those of a deployed desk are in Secrets Manager (docs/channels says what each holds); this command does not touch them.

Examples
  npm run -s desk -- secret telegram-main
  npm run -s desk -- secret telegram-main '{"botToken":"1:a","webhookSecrets":["new","old"]}'`,
  run: async ([connectionId, json, ...more]) => {
    if (connectionId === undefined || more.length > 0)
      throw new UsageError('Name one connection of desk.config.ts.');
    if (json !== undefined && !isObject(json))
      throw new UsageError('Credentials are a JSON object in one argument.');
    const { account, prefix } = await placeOf({ aws: false });
    const asked = { account, prefix, connectionId };
    const tool = await openTool<SecretTool>('secret');
    try {
      if (json === undefined) print(await tool.readSecret(asked));
      else {
        await tool.writeSecret(asked, json);
        remark('Functions notice within five minutes, or at the next start.');
      }
      return 0;
    } catch (error) {
      if ((error as { name?: unknown }).name !== 'ResourceNotFoundException') throw error;
      throw new UsageError(`The desk has no credentials for a connection "${connectionId}".`);
    }
  },
};

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
