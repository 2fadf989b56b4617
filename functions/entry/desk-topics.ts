import type { Topic } from '../../schemas/desk.ts';
import { defaultLines } from '../desk/defaults/lines.ts';
import { defaultTopics } from '../desk/defaults/topics.ts';

/** In the order of the settings; a topic that nobody described yet works under its id, unseen by customers. */
export const describedTopics = (
  stored: readonly Topic[] | undefined,
  deployed: readonly string[],
): readonly Topic[] => {
  const described = new Map(
    [...defaultTopics, ...(stored ?? [])].map((topic) => [topic.id, topic]),
  );
  return deployed.map((id) => described.get(id) ?? undescribed(id));
};

const undescribed = (id: string): Topic => ({
  id,
  name: { en: id },
  question: { en: id },
  line: defaultLines[0]?.id ?? 'front',
  keywords: [],
  form: [],
  isPublic: false,
});
