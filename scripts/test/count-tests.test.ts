import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './count-tests.ts';

const vitest = (passed: number, failed: number, testResults: readonly object[] = []): object => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults,
});

describe('counting the tests of a run', () => {
  it('takes the numbers from the report', () => {
    expect(countVitest(vitest(5, 0), 0, '')).toMatchObject({ passed: 5, failed: 0, skipped: 3 });
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats }, 1, '')).toMatchObject({ passed: 4, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const files = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ];
    expect(countVitest(vitest(5, 1, files), 1, '')).toMatchObject({ passed: 5, failed: 2 });
  });

  it.each([countVitest, countPlaywright])('fails a run that ran nothing, or that ended badly', (count) => {
    expect(count({}, 0, '').failed).toBe(1);
    expect(count(undefined, 1, '').failed).toBe(1);
    expect(count(undefined, 0, '').failed).toBe(1);
  });

  it('fails a run that ended badly though every test passed', () => {
    expect(countVitest(vitest(5, 0), 1, '')).toMatchObject({ passed: 5, failed: 1 });
  });
});
