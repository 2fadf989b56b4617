/** Runs what it is given one after the other, in the order of asking; a failure stops nobody behind it. */
export const newLane = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(task: () => Promise<Result>): Promise<Result> => {
    const run = last.then(task);
    last = run.catch(() => {});
    return run;
  };
};
