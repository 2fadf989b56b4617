import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends every run in one plain line that people and CI read: `N passed, N failed, N skipped`. What needed a second try is
 * named before it: that is a defect of the test or of the desk, and somebody should look.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const again: string[] = [];
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      const before = counts.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (test.diagnostic()?.flaky) again.push(test.fullName);
        if (state === 'passed') counts.passed += 1;
        else if (state === 'failed') counts.failed += 1;
        else counts.skipped += 1;
      }
      // A file that could not be loaded, or whose hook failed, has no failed test of its own.
      if (module.state() === 'failed' && counts.failed === before) counts.failed += 1;
    }
    process.once('exit', () => {
      for (const name of again) process.stdout.write(`\npassed at the second try: ${name}\n`);
      process.stdout.write(
        `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
      );
    });
  }
}
