import { useState } from 'preact/hooks';
import { isWaiting } from './conversation.ts';
import { useChatState, useView } from './view.tsx';

/** As far as it can be said without sending: one `@`, a dot behind it, no blanks. */
const looksRight = (address: string) =>
  /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]+\.[^\s@.]{2,}$/.test(address);

/**
 * Where the answer goes when the visitor has left. Asked for plainly when nobody is there; offered while somebody
 * waits; not asked of whom the desk knows already.
 */
export const MailField = () => {
  const { chat, texts } = useView();
  const { mailTo, isIdentified, status, conversation, isRead } = useChatState();
  const [isWanted, want] = useState(false);
  const [given, give] = useState('');
  const [value, type] = useState('');
  const [isWrong, setWrong] = useState(false);
  if (!isRead) return null;
  const isAway = status?.isOpen === false;
  const known = given || mailTo;
  if (known) {
    const mayLeave = isAway || isWaiting(conversation);
    return mayLeave ? <p class="mail known">{texts.emailKnown(known)}</p> : null;
  }
  if (isIdentified && !isAway) return null;
  if (!isAway && !isWaiting(conversation)) return null;
  if (!isAway && !isWanted)
    return (
      <p class="mail">
        <button type="button" class="link" onClick={() => want(true)}>
          {texts.emailOffer}
        </button>
      </p>
    );
  const save = (event: Event) => {
    event.preventDefault();
    const address = value.trim();
    setWrong(!looksRight(address));
    if (!looksRight(address)) return;
    chat.giveEmail(address);
    give(address);
  };
  return (
    <form class="mail" noValidate onSubmit={save}>
      <label for="email">{texts.email}</label>
      <div class="row">
        <input
          id="email"
          type="email"
          autocomplete="email"
          inputMode="email"
          maxLength={254}
          value={value}
          aria-invalid={isWrong}
          aria-describedby="email-hint"
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
        <button type="submit" class="button">
          {texts.emailSave}
        </button>
      </div>
      <p id="email-hint" class={isWrong ? 'fault' : 'hint'} role={isWrong ? 'alert' : undefined}>
        {isWrong ? texts.emailWrong : isAway ? texts.emailWithout : texts.emailHint}
      </p>
    </form>
  );
};
