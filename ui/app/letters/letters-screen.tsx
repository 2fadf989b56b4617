import { useEffect } from 'preact/hooks';
import { usePageTitle } from '../../parts/page-title.ts';
import { desk } from '../../state/desk.ts';
import { entered } from './entered.ts';
import { LetterForm } from './letter-form.tsx';
import { words } from './words.ts';

/** Paper, entered by a clerk who has a pile of it: the form, and what was entered just now. */
export const LettersScreen = () => {
  const all = words.value;
  usePageTitle(all.title);
  // Straight to the first field: whoever opens this page has a letter in hand.
  useEffect(() => document.getElementById('letter-registerNumber')?.focus(), []);
  const offices = desk.value?.connections.filter(({ channel }) => channel === 'letter') ?? [];
  return (
    <section class="letters">
      <header class="list-head">
        <h1 tabIndex={-1}>{all.title}</h1>
      </header>
      {offices.length === 0 ? (
        <p class="empty">{all.noOffice}</p>
      ) : (
        <>
          <p class="hint">{all.hint}</p>
          <LetterForm offices={offices} />
          <EnteredList />
        </>
      )}
    </section>
  );
};

const EnteredList = () => {
  const all = words.value;
  if (entered.value.length === 0) return null;
  return (
    <section class="letters-entered" aria-live="polite">
      <h2>{all.entered}</h2>
      <ul>
        {entered.value.map((letter) => (
          <li key={`${letter.connectionId} ${letter.year} ${letter.registerNumber}`}>
            <b>{letter.registerNumber}</b> {letter.subject}{' '}
            {letter.ticketId ? (
              <a href={`/tickets/${letter.ticketId}`}>
                {all.open(letter.ticketId.replace('tkt_', ''))}
              </a>
            ) : (
              <span class="hint">{letter.isSlow ? all.stillTakingIn : all.takingIn}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
