import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { forgetRunning, noteRunning, noteStopping, otherStarts, otherStops } from './running.ts';

it('sees other processes of the folder while they live, and itself never', async () => {
  const data = mkdtempSync(join(tmpdir(), 'samhold-running-'));
  expect(otherStarts(data)).toBe(false);
  noteRunning(data);
  noteStopping(data);
  expect([otherStarts(data), otherStops(data)]).toEqual([false, false]);

  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const note = join(data, 'running', String(other.pid));
  writeFileSync(note, '');
  expect([otherStarts(data), otherStops(data)]).toEqual([true, false]);
  writeFileSync(note, 'stopping');
  expect(otherStops(data)).toBe(true);

  other.kill('SIGKILL');
  await once(other, 'exit');
  expect([otherStarts(data), otherStops(data)]).toEqual([false, false]);
  forgetRunning(data);
  expect(readdirSync(join(data, 'running'))).toEqual([]);
  rmSync(data, { recursive: true });
});
