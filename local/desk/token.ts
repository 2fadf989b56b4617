import { mintToken } from '../run/sign-in/mint-token.ts';
import { type Command, print, UsageError } from './command.ts';
import { dataFolder } from './data-folder.ts';

export const token: Command = {
  summary: 'a bearer token of somebody, for the API of the local desk',
  help: `npm run -s desk -- token <email>

Example
  curl -H "Authorization: Bearer $(npm run -s desk -- token olga@kopilka.example)" http://127.0.0.1:3000/api/queues`,
  run: async (args) => {
    const [email, ...more] = args;
    if (email === undefined || more.length > 0)
      throw new UsageError('Say whose token: npm run -s desk -- token olga@kopilka.example');
    try {
      print(await mintToken({ dataFolder: dataFolder(), email }));
      return 0;
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
  },
};
