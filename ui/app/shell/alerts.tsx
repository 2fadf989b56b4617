import { topicNames } from '../../state/desk.ts';
import { alerts } from '../../state/push.ts';
import { texts } from '../../texts/texts.ts';

/** Of a flood; the queues show the rest. */
const mostShown = 3;

/** Warnings and breaches told to this person. The place is always there, so that screen readers notice what appears in it. */
export const Alerts = () => {
  const words = texts.value.alerts;
  return (
    <div class="alerts" role="group" aria-label={words.title} aria-live="assertive">
      {alerts.value.slice(0, mostShown).map((alert) => (
        <p
          key={`${alert.ticketId}${alert.kind}${alert.dueAt}`}
          class={alert.kind === 'breached' ? 'alert bad' : 'alert'}
        >
          <a href={`/tickets/${alert.ticketId}`}>{words[alert.kind](alert.subject)}</a>
          <span class="hint">
            {topicNames.value.get(alert.topic)}
            {alert.isLate ? ` · ${words.late}` : ''}
          </span>
          <button
            type="button"
            class="quiet"
            aria-label={words.dismiss}
            onClick={() => {
              alerts.value = alerts.value.filter((other) => other !== alert);
            }}
          >
            ×
          </button>
        </p>
      ))}
      {alerts.value.length > mostShown && (
        <p class="hint">{words.more(alerts.value.length - mostShown)}</p>
      )}
    </div>
  );
};
