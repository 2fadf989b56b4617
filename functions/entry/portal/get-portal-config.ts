import type * as endpoints from '../../../schemas/api/portal.ts';
import type { Topic } from '../../../schemas/desk.ts';
import { Language } from '../../../schemas/primitives.ts';
import { selectPromise } from '../../desk/promises/select-promise.ts';
import type { DeskLists } from '../../desk/settings-stores.ts';
import { textsFor } from '../../desk/texts/texts.ts';
import { expectedReply } from '../../desk/tickets/acknowledgement.ts';
import type { Handler } from '../../http/types.ts';
import { loadLists } from '../desk-lists.ts';
import type { PortalDeps, Visitor } from './portal-deps.ts';

/** One BatchGet. */
export const getPortalConfig =
  ({ desk, settings }: PortalDeps): Handler<typeof endpoints.getPortalConfig, Visitor> =>
  async () => {
    const lists = await loadLists(desk, settings);
    const offered = lists.topics.filter((topic) => topic.isPublic);
    return {
      name: settings.name,
      language: settings.language,
      languages: [...Language.options],
      signIn: settings.signIn,
      topics: offered.map(({ id, name, question, form }) => ({ id, name, question, form })),
      expected: Object.fromEntries(
        offered.flatMap((topic) => {
          const expected = expectedOf(topic, lists);
          return expected ? [[topic.id, expected]] : [];
        }),
      ),
    };
  };

/** What is promised for an ordinary request of the topic by the form, in every language. */
const expectedOf = (topic: Topic, { promises, calendars }: DeskLists) => {
  const promise = selectPromise(promises, { topic: topic.id, channel: 'form', line: topic.line });
  const expected = expectedReply({ promise, priority: 'normal', calendars });
  return (
    expected && {
      en: textsFor('en', 'en').expected(expected),
      ru: textsFor('ru', 'en').expected(expected),
    }
  );
};
