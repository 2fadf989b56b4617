import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { LanguageChoice } from '../parts/language-choice.tsx';
import { type PortalConfig, type PortalTopic, portal, readPortal } from '../state/portal.ts';
import { language } from '../state/preferences.ts';
import { texts } from '../texts/texts.ts';
import { RequestForm } from './request-form.tsx';
import './request.css';

/** The public page where anybody asks: first what it is about, then that topic's questions. */
export const RequestPage = () => {
  const words = texts.value.request;
  useEffect(() => void readPortal(), []);
  useEffect(() => {
    document.title = words.title;
  }, [words.title]);
  return (
    <div class="request-page">
      <header>
        <b>{typeof portal.value === 'string' ? '' : portal.value.name}</b>
        <LanguageChoice />
      </header>
      <main>
        <h1>{words.title}</h1>
        <Body />
      </main>
    </div>
  );
};

const Body = () => {
  if (portal.value === 'loading') return <p>{texts.value.app.loading}</p>;
  if (portal.value === 'failed')
    return (
      <>
        <p>{texts.value.app.unreachable}</p>
        <button type="button" onClick={() => void readPortal()}>
          {texts.value.app.tryAgain}
        </button>
      </>
    );
  return <Ask config={portal.value} />;
};

const Ask = ({ config }: { config: PortalConfig }) => {
  const words = texts.value.request;
  const wanted = new URLSearchParams(location.search).get('topic');
  const topic = useSignal<PortalTopic | undefined>(config.topics.find(({ id }) => id === wanted));
  const sentTo = useSignal('');
  const isFirst = useRef(true);
  // What had the focus is gone with the step before; the new step's heading takes it.
  useEffect(() => {
    if (!isFirst.current) document.querySelector<HTMLElement>('main h2')?.focus();
    isFirst.current = false;
  }, [topic.value, sentTo.value]);

  if (sentTo.value)
    return (
      <section class="thanks" role="status">
        <h2 tabIndex={-1}>{words.thanks}</h2>
        <p>{words.thanksHint(sentTo.value)}</p>
        <button
          type="button"
          onClick={() => {
            sentTo.value = '';
            topic.value = undefined;
          }}
        >
          {words.another}
        </button>
      </section>
    );
  if (topic.value)
    return (
      <RequestForm
        key={topic.value.id}
        topic={topic.value}
        expected={config.expected[topic.value.id]}
        onBack={() => {
          topic.value = undefined;
        }}
        onSent={(email) => {
          sentTo.value = email;
        }}
      />
    );
  return (
    <>
      <h2 tabIndex={-1}>{words.choose}</h2>
      <ul class="topics">
        {config.topics.map((candidate) => (
          <li key={candidate.id}>
            <button
              type="button"
              onClick={() => {
                topic.value = candidate;
              }}
            >
              <b>{candidate.name[language.value] ?? candidate.name.en}</b>
              <span class="hint">
                {candidate.question[language.value] ?? candidate.question.en}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
