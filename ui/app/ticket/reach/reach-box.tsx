import { useEffect } from 'preact/hooks';
import type { Reach } from '../../../../schemas/api/views.ts';
import { now } from '../../../state/desk.ts';
import { emptyTemplate } from '../../../state/template-draft.ts';
import { openTicket, type TicketView } from '../../../state/ticket.ts';
import { isOver, isSameWay } from '../../../state/ways.ts';
import { texts } from '../../../texts/texts.ts';
import type { Composing } from '../composing.ts';
import { WayChoice } from './way-choice.tsx';
import { WayNotice } from './way-notice.tsx';

type Props = { view: TicketView; way: Reach; composing: Composing };

/** Above the text: where the answer goes and whether it can. */
export const ReachBox = ({ view, way, composing }: Props) => {
  const ways = [...(view.reach ? [view.reach] : []), ...view.otherWays];
  // What follows the end of an open state, only the API knows.
  const hasEnded = isOver(way, now.value);
  useEffect(() => {
    if (hasEnded) void openTicket(view.ticket.id);
  }, [hasEnded]);

  const choose = (chosen: Reach) => {
    composing.via.value = isSameWay(chosen, view.reach) ? undefined : chosen;
    if (!chosen.takesTemplates) composing.template.value = undefined;
  };
  // Copies go along with a mail on its own way only.
  const cc = isSameWay(way, view.reach) && way.channel === 'mail' ? view.ticket.replyTo.cc : [];
  return (
    <div class="reach">
      <WayChoice ways={ways} chosen={way} onChoose={choose} />
      {cc.length > 0 && (
        <p class="way hint">
          {texts.value.reach.copyTo}: {cc.join(', ')}
        </p>
      )}
      <WayNotice
        ways={ways}
        way={way}
        isTemplate={composing.template.value !== undefined}
        onChoose={choose}
        onTemplate={() => (composing.template.value = emptyTemplate)}
      />
    </div>
  );
};
