type Props = {
  problems: readonly { readonly event: string; readonly reason: string }[];
  /** Says how many. */
  title: (count: number) => string;
};

/** Entries of an iCalendar file that were left out, each with the reason. */
export const UnreadEvents = ({ problems, title }: Props) =>
  problems.length > 0 ? (
    <>
      <p class="problem">{title(problems.length)}</p>
      <ul class="imported-list">
        {problems.map(({ event, reason }, index) => (
          <li key={index}>
            {event} <span class="hint">{reason}</span>
          </li>
        ))}
      </ul>
    </>
  ) : null;
