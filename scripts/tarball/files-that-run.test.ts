import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { filesThatRun, operatorCommands } from './files-that-run.ts';

const root = resolve(import.meta.dirname, '../..');
const files = filesThatRun(root);
const sources = files.filter((file) => file.endsWith('.ts'));

/** What a file imports when it runs: types are gone by then. */
const importedBy = (file: string): readonly string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^(?:import|export) (?!type )(?:[^'";]*? from )?'([^']+)'|\bimport\('([^']+)'/gm,
    ),
  ].map(([, still, later]) => still ?? later ?? '');

test('what is installed has every file that it imports', () => {
  const there = new Set(files);
  const missing = sources.flatMap((file) =>
    importedBy(file)
      .filter((path) => path.startsWith('.'))
      .map((path) => posix.join(posix.dirname(file), path))
      .filter((path) => !there.has(path))
      .map((path) => `${file} imports ${path}`),
  );
  expect(missing).toEqual([]);
  expect(sources.length).toBeGreaterThan(500);
});

test('what an operator runs needs no package of its own', () => {
  const scripts = sources.filter((file) => file.startsWith('scripts/'));
  expect(scripts.length).toBeGreaterThan(operatorCommands.length);
  const needed = new Set(scripts.flatMap(importedBy));
  expect([...needed].filter((path) => !/^(\.|node:)/.test(path))).toEqual([]);
});

test('nothing of tests or of an installation that ran here goes along', () => {
  expect(
    files.filter((file) => /\.test\.|\.fixture\.|\/testing\/|\.data\/|secrets\.json/.test(file)),
  ).toEqual([]);
});
