import { createHash } from 'node:crypto';
import type { Attachment } from '../../../schemas/attachment.ts';
import type { StoryFile } from './story.ts';
import type { World } from './world.ts';

/** Files that an agent or the form uploaded, where taking them would have put them. */
export const attach = async (
  { files }: Pick<World, 'files'>,
  folder: string,
  given: readonly StoryFile[] = [],
): Promise<Attachment[]> =>
  Promise.all(
    given.map(async ({ name, type, content }, index) => {
      const key = `${folder}/${index}`;
      await files.put(key, content, type);
      const sha256 = createHash('sha256').update(content).digest('hex');
      return { name, type, size: content.length, sha256, key, kind: 'regular' as const };
    }),
  );
