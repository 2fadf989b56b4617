/** What we use of the package, which has no types of its own. */
declare module 'wink-naive-bayes-text-classifier' {
  export type Classifier = {
    defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): boolean;
    definePrepTasks(tasks: readonly ((input: readonly string[]) => readonly string[])[]): number;
    /** Tokens and what they are an example of. */
    learn(tokens: readonly string[], label: string): boolean;
    /** @throws Error with fewer than two labels or ten words */
    consolidate(): boolean;
    /** Base-2 logarithms of the odds of every label, best first; `[['unknown', 0]]` if no word is known. */
    computeOdds(tokens: readonly string[]): [string, number][];
    exportJSON(): string;
    importJSON(json: string): boolean;
  };
  export default function newClassifier(): Classifier;
}
