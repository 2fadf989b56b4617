import type { Ticket } from '../../../schemas/ticket.ts';
import { topicNames } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { followSuggestion, ignoreSuggestion, suggestionOf } from '../../state/suggestion.ts';
import { texts } from '../../texts/texts.ts';

/** Where the ticket seems to belong, and one press to move it there. */
export const SuggestionLine = ({ ticket }: { ticket: Ticket }) => {
  const words = texts.value.lines;
  const suggestion = suggestionOf(ticket);
  if (!suggestion) return null;
  const percent = new Intl.NumberFormat(language.value, { style: 'percent' });
  // Never more certain than it is: 99.6 % are not 100.
  const sure = percent.format(Math.floor(suggestion.confidence * 100) / 100);
  return (
    <p class="ticket-suggestion">
      <span>{words.suggestion(topicNames.value.get(suggestion.topic) ?? '', sure)}</span>
      <button type="button" onClick={() => followSuggestion(ticket)}>
        {words.move} <kbd>y</kbd>
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={words.ignore}
        title={words.ignore}
        onClick={() => ignoreSuggestion(ticket)}
      >
        ×
      </button>
    </p>
  );
};
