import type { Identity } from '../../../schemas/customer.ts';
import { Icon } from '../../parts/icon.tsx';
import { momentText } from '../../parts/time.ts';
import { now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';

type Props = {
  identities: readonly Identity[];
  /** The person's name, which is not said again. */
  of: string;
};

/** Addresses and accounts of a person, each with whether it is proven and whether they stopped us there. */
export const Identities = ({ identities, of }: Props) => {
  const { channel, ticket, customers } = texts.value;
  return (
    <ul class="identities">
      {identities.map((identity) => (
        <li key={`${identity.channel} ${identity.connectionId} ${identity.externalId}`}>
          <span class="identity">{identity.externalId}</span>
          <span class="hint">
            {[channel[identity.channel], identity.name !== of && identity.name]
              .filter(Boolean)
              .join(' · ')}{' '}
            ·{' '}
            <span class="proof">
              <Icon name={identity.isVerified ? 'tick' : 'question'} />{' '}
              {identity.isVerified ? ticket.verified : ticket.unverified}
            </span>
          </span>
          {identity.blockedAt && (
            <span class="problem">
              <Icon name="stop" />{' '}
              {customers.blockedSince(momentText(identity.blockedAt, now.value, language.value))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
