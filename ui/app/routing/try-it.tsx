import { useSignal } from '@preact/signals';
import type { RoutingRules } from '../../../schemas/routing.ts';
import type { Input, Output } from '../../api/client.ts';
import { sentenceOf } from '../../parts/sentence-of.ts';
import { call, desk, topicNames } from '../../state/desk.ts';
import { texts } from '../../texts/texts.ts';
import { actionTexts } from './in-words.ts';
import { becauseText, ticketIdOf } from './rules.ts';
import { SampleFields } from './sample-fields.tsx';
import { words } from './words.ts';

type Message = Input<'tryRouting'>['body']['message'];
type Answer = { rules: RoutingRules; routed: Output<'tryRouting'> };

/** The written message, without what was left empty. */
const sampleIn = (form: HTMLFormElement): Message => {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const connectionId = text('connectionId');
  const channel = desk.value?.connections.find(({ id }) => id === connectionId)?.channel;
  const language = text('language');
  return {
    connectionId,
    ...(channel && { channel }),
    sender: text('sender'),
    subject: text('subject'),
    body: text('body'),
    ...(text('tier') && { tier: text('tier') }),
    ...((language === 'en' || language === 'ru') && { language }),
    ...(text('chosenTopic') && { chosenTopic: text('chosenTopic') }),
  };
};

/** Where a message would go by the rules as they are on the page, and why. */
export const TryIt = ({ rules }: { rules: RoutingRules }) => {
  const { try: value } = words.value;
  const kind = useSignal<'sample' | 'ticket'>('sample');
  const answer = useSignal<Answer | undefined>(undefined);
  const problem = useSignal('');
  const isBusy = useSignal(false);
  const ask = async (form: HTMLFormElement) => {
    const ticketId = ticketIdOf(String(new FormData(form).get('number') ?? ''));
    problem.value = kind.value === 'ticket' && !ticketId ? value.badNumber : '';
    if (problem.value) return;
    isBusy.value = true;
    try {
      const message = ticketId ? { ticketId } : sampleIn(form);
      const routed = await call('tryRouting', { body: { message, rules } });
      answer.value = { rules, routed };
    } catch (error) {
      problem.value = sentenceOf(error);
    }
    isBusy.value = false;
  };
  return (
    <section class="side-panel" aria-labelledby="try-it">
      <h2 id="try-it">{value.title}</h2>
      <p class="hint">{value.hint}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask(event.currentTarget);
        }}
      >
        <div class="try-kind" role="group" aria-label={value.title}>
          {(['sample', 'ticket'] as const).map((one) => (
            <label key={one} class="switch">
              <input
                type="radio"
                name="kind"
                checked={kind.value === one}
                onChange={() => (kind.value = one)}
              />
              {value[one]}
            </label>
          ))}
        </div>
        {kind.value === 'sample' ? (
          <SampleFields />
        ) : (
          <label class="field">
            {value.number}
            <input name="number" inputMode="numeric" autocomplete="off" />
          </label>
        )}
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
        <button type="submit" disabled={isBusy.value}>
          {isBusy.value ? value.busy : value.button}
        </button>
      </form>
      <div role="status">
        {answer.value && <Routed answer={answer.value} isOld={answer.value.rules !== rules} />}
      </div>
    </section>
  );
};

const Routed = ({ answer, isOld }: { answer: Answer; isOld: boolean }) => {
  const { try: value, fields, because: reasons } = words.value;
  const { topic, reason, actions, path } = answer.routed;
  return (
    <div class="routed">
      {isOld && <p class="hint">{value.old}</p>}
      <p>
        {value.goesTo} <b>{topicNames.value.get(topic) ?? topic}</b>
      </p>
      <p class="hint">{texts.value.ticket.why[reason.rule](reason.detail)}</p>
      <ul>
        {actionTexts({ ...actions, topic: undefined }).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h3>{value.path}</h3>
      {path.length === 0 && <p class="hint">{value.none}</p>}
      <ol class="routed-path">
        {path.map((step) => (
          <li key={step.rule}>
            <b>{step.name}</b>{' '}
            <span class={step.matched ? 'tag good' : 'tag'}>
              {step.matched ? value.matched : value.not}
            </span>
            <span class="hint">
              {step.because.map((because) => becauseText(because, fields, reasons)).join('; ')}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
};
