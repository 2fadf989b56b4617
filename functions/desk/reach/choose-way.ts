import type { Reach } from '../../../schemas/api/views.ts';
import type { MessageTemplate } from '../../../schemas/timeline.ts';
import { conflict, invalid, type Problem } from '../problem.ts';
import type { Ways } from './ways.ts';

export type Choice = {
  /** Another way than the ticket's own. */
  readonly via?: Pick<Reach, 'connectionId' | 'address'>;
  readonly template?: MessageTemplate;
  readonly attachments: readonly { readonly name: string; readonly size: number }[];
};

/**
 * The way an answer takes. What cannot arrive is refused before anything is saved, with what can be done instead.
 * @throws Problem `reply.unknown-way`, `reply.no-way`, `reply.blocked`, `reply.window-closed`, `reply.no-template`, `reply.file-too-large`
 */
export const chooseWay = ({ reach, otherWays }: Ways, choice: Choice): Reach => {
  const { via, template, attachments } = choice;
  const all = [reach, ...otherWays];
  const way = via
    ? all.find((one) => one.connectionId === via.connectionId && one.address === via.address)
    : reach;
  if (!way)
    throw invalid('reply.unknown-way', 'This customer cannot be reached there. Open it again.');
  if (template && !way.takesTemplates && (way.state === 'open' || way.state === 'person-only'))
    throw invalid('reply.no-template', 'Nothing takes templates here. Write the answer as text.');
  const others = all.filter((one) => one !== way && isOpen(one));
  const fault = faultOf(way, template, others);
  if (fault) throw fault;
  const large = attachments.find(({ size }) => size > way.fileBytesMax);
  if (large)
    throw invalid(
      'reply.file-too-large',
      way.fileBytesMax === 0
        ? 'No files can be sent this way. Put a link into the text, or answer another way.'
        : `"${large.name}" is larger than this way takes (${way.fileBytesMax} bytes).`,
    );
  return way;
};

const isOpen = ({ state }: Reach) => state === 'open' || state === 'person-only';

function faultOf(
  way: Reach,
  template: MessageTemplate | undefined,
  others: readonly Reach[],
): Problem | undefined {
  const instead = insteadOf(way, others);
  switch (way.state) {
    case 'no-reply':
      return conflict(
        'reply.no-way',
        `Nothing can be sent back through this connection.${instead}`,
      );
    case 'blocked':
      return conflict('reply.blocked', `This person has stopped messages from us here.${instead}`);
    case 'window-closed':
      return template
        ? undefined
        : conflict(
            'reply.window-closed',
            `Too long ago: this channel takes no free text any more since the customer last wrote.${instead}`,
          );
    default:
      return undefined;
  }
}

/** What else can be done, in words. */
const insteadOf = ({ takesTemplates }: Reach, others: readonly Reach[]): string => {
  const ways = [
    ...(takesTemplates ? ['send an approved template'] : []),
    ...others.map(({ channel, address }) => `answer by ${channel} (${address})`),
  ];
  return ways.length > 0 ? ` Instead: ${ways.join(', or ')}.` : '';
};
