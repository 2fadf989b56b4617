import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Output } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { momentText } from '../../parts/time.ts';
import { complain, say } from '../../parts/toast.tsx';
import { call, now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';

type Suppressed = Output<'listSuppressed'>['suppressed'][number];

const listed = signal<readonly Suppressed[] | undefined>(undefined);
const nextCursor = signal<string | undefined>(undefined);

const read = async (cursor?: string): Promise<void> => {
  const page = await call('listSuppressed', { query: { cursor } });
  listed.value = cursor ? [...(listed.value ?? []), ...page.suppressed] : page.suppressed;
  nextCursor.value = page.cursor;
};

/** Addresses that the mail service refuses to deliver to, which an admin may free again. */
export const SuppressionScreen = () => {
  const words = texts.value.mail.suppression;
  const asked = useSignal<string | undefined>(undefined);
  usePageTitle(words.title);
  useEffect(() => {
    focusHeading();
    void read().catch(complain);
  }, []);

  const remove = async (address: string) => {
    asked.value = undefined;
    try {
      await call('unsuppressAddress', { params: { address } });
      listed.value = listed.value?.filter((entry) => entry.address !== address);
      say(words.removed(address));
    } catch (error) {
      complain(error);
    }
  };

  return (
    <section class="one-column">
      <header class="list-head">
        <h1 tabIndex={-1}>{words.title}</h1>
      </header>
      <p class="hint page-hint">{words.hint}</p>
      <AddAddress />
      {listed.value?.length === 0 && (
        <div class="empty">
          <p>{words.empty}</p>
          <p class="hint">{words.emptyHint}</p>
        </div>
      )}
      <ul class="rows">
        {listed.value?.map(({ address, reason, at }) => (
          <li key={address} class="mail-row">
            <span class="mail-row-what">
              <b>{address}</b>
              <span class="hint">
                {words.reasons[reason]}, {words.since(momentText(at, now.value, language.value))}
              </span>
            </span>
            <button
              type="button"
              aria-label={`${words.remove}: ${address}`}
              onClick={() => (asked.value = address)}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      {nextCursor.value && (
        <p class="more">
          <button type="button" onClick={() => void read(nextCursor.value).catch(complain)}>
            {words.more}
          </button>
        </p>
      )}
      {asked.value && (
        <Confirm
          address={asked.value}
          onClose={() => (asked.value = undefined)}
          onConfirm={(address) => void remove(address)}
        />
      )}
    </section>
  );
};

type Confirming = { address: string; onClose: () => void; onConfirm: (address: string) => void };

const Confirm = ({ address, onClose, onConfirm }: Confirming) => {
  const words = texts.value.mail.suppression;
  return (
    <Dialog title={words.confirmTitle} onClose={onClose}>
      <p>
        <b>{address}</b>
      </p>
      <p>{words.confirmText}</p>
      <button type="button" class="primary" onClick={() => onConfirm(address)}>
        {words.remove}
      </button>
    </Dialog>
  );
};

const AddAddress = () => {
  const words = texts.value.mail.suppression;
  const add = async (form: HTMLFormElement) => {
    const address = String(new FormData(form).get('address') ?? '').trim();
    try {
      await call('suppressAddress', { body: { address } });
      say(words.added(address));
      form.reset();
      await read();
    } catch (error) {
      complain(error);
    }
  };
  return (
    <form
      class="mail-add"
      onSubmit={(event) => {
        event.preventDefault();
        void add(event.currentTarget);
      }}
    >
      <label class="field">
        {words.address}
        <input name="address" type="email" required maxLength={254} autocomplete="off" />
        <span class="hint">{words.addHint}</span>
      </label>
      <button type="submit">{words.add}</button>
    </form>
  );
};
