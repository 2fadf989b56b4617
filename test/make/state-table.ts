type States = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;

/** A state machine as the Markdown table that `docs/ARCHITECTURE.md` shows: states down, what happens across. */
export const stateTable = (states: States): string => {
  const actions = [...new Set(Object.values(states).flatMap((moves) => Object.keys(moves)))];
  const rows = Object.entries(states).map(
    ([state, moves]) =>
      `| **${state}** | ${actions.map((action) => moves[action] ?? '–').join(' | ')} |`,
  );
  return [`| | ${actions.join(' | ')} |`, `|${' --- |'.repeat(actions.length + 1)}`, ...rows].join(
    '\n',
  );
};
