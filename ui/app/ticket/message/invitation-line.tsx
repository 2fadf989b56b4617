import type { Invitation } from '../../../../schemas/timeline.ts';
import { language } from '../../../state/preferences.ts';
import { texts } from '../../../texts/texts.ts';
import { invitationSpan } from './invitation-span.ts';

/** What an invitation says, without opening its file. */
export const InvitationLine = ({ invitation }: { invitation: Invitation }) => {
  const words = texts.value.mail.invitation;
  const kinds: Record<string, string> = {
    REQUEST: words.request,
    CANCEL: words.cancel,
    REPLY: words.reply,
  };
  return (
    <dl class="invitation">
      <dt>{kinds[invitation.method] ?? words.other}</dt>
      <dd>
        <b>{invitation.title}</b>
        <span>{invitationSpan(invitation, language.value)}</span>
        {invitation.location && (
          <span class="hint">
            {words.where}: {invitation.location}
          </span>
        )}
        {invitation.organizer && (
          <span class="hint">
            {words.who}: {invitation.organizer}
          </span>
        )}
      </dd>
    </dl>
  );
};
