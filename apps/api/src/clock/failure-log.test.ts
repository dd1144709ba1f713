import { expect, test } from 'vitest';
import { failureLog } from './failure-log.ts';

test('the same failure is written once a minute, another at once', () => {
  const lines: string[] = [];
  let seconds = 0;
  const failed = failureLog(
    (line) => lines.push(line),
    () => new Date(seconds * 1_000),
  );
  failed('jobs', new Error('away'));
  failed('jobs', new Error('away'));
  failed('clock.school', new Error('away'));
  seconds = 59;
  failed('jobs', new Error('away'));
  expect(lines.map((line) => line.split('\n')[0])).toEqual([
    'jobs: Error: away',
    'clock.school: Error: away',
  ]);
  seconds = 60;
  failed('jobs', new Error('away'));
  failed('jobs', 'thrown by hand');
  expect(lines).toHaveLength(4);
});
