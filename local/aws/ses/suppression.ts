import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Suppressed {
  EmailAddress: string;
  Reason: 'BOUNCE' | 'COMPLAINT';
  /** Epoch seconds. */
  LastUpdateTime: number;
}

export type SuppressionList = ReturnType<typeof openSuppressionList>;

/** The account's list of addresses SES takes mail for but does not deliver to. */
export function openSuppressionList(dataFolder: string) {
  const file = join(dataFolder, 'suppressed.json');
  const kept = new Map<string, Suppressed>(
    existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [],
  );

  function save(): void {
    writeFileSync(`${file}.part`, JSON.stringify([...kept]));
    renameSync(`${file}.part`, file);
  }

  return {
    get: (address: string) => kept.get(address.toLowerCase()),
    put(address: string, reason: Suppressed['Reason']): void {
      const LastUpdateTime = Date.now() / 1000;
      kept.set(address.toLowerCase(), { EmailAddress: address, Reason: reason, LastUpdateTime });
      save();
    },
    remove(address: string): boolean {
      const wasThere = kept.delete(address.toLowerCase());
      if (wasThere) save();
      return wasThere;
    },
    all: () => [...kept.values()],
  };
}
