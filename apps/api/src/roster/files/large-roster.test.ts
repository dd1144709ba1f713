import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** In a process of its own, since the peak of a process never falls. */
const readLargeInChild = async (megabytes: number) => {
  const fixture = new URL('large-roster.fixture.ts', import.meta.url).href;
  const script = `import { readLarge } from '${fixture}'; console.log(JSON.stringify(await readLarge(${megabytes})));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return JSON.parse(stdout) as { pupils: number; otherSchools: number; peak: number }; // what readLarge returns
};

test('a roster of 50 MB takes little more memory than one of 1 MB', { timeout: 120_000 }, async () => {
  const small = await readLargeInChild(1);
  const large = await readLargeInChild(50);
  expect(small.pupils).toBe(2);
  expect(large.pupils).toBe(2);
  expect(large.otherSchools).toBeGreaterThan(150_000);
  expect(large.peak - small.peak).toBeLessThan(100);
});
