import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '..');
const pages = ['docs/security/asvs.md', 'docs/security/threat-model.md'] as const;
const textOf = (page: string): string => readFileSync(resolve(repository, page), 'utf8');

/**
 * The requirements of levels 1 and 2 in OWASP ASVS 5.0.0 (May 2025), https://github.com/OWASP/ASVS/tree/v5.0.0: a section, and the
 * numbers in it.
 */
const levels1And2 =
  '1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1-1 3.2:1-2 3.3:1-4 3.4:1-6 3.5:1-5 3.7:1-2 ' +
  '4.1:1-3 4.2:1-1 4.3:1-2 4.4:1-4 5.1:1-1 5.2:1-3 5.3:1-2 5.4:1-3 6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 ' +
  '6.8:1-4 7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2 8.1:1-2 8.2:1-3 8.3:1-1 8.4:1-1 9.1:1-3 9.2:1-4 10.1:1-2 ' +
  '10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1-1 11.6:1-1 ' +
  '12.1:1-3 12.2:1-2 12.3:1-4 13.1:1-1 13.2:1-5 13.3:1-2 13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3 ' +
  '15.3:1-7 16.1:1-1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3 17.1:1-1 17.2:1-4 17.3:1-2';
const level3 = ['1.2.10', '2.3.5', '3.4.8', '3.5.8', '7.5.3', '8.3.2', '8.3.3', '14.2.6', '14.2.7'];

const asked = levels1And2.split(' ').flatMap((part) => {
  const [section, range = ''] = part.split(':');
  const [first = 0, last = 0] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, at) => `${section}.${first + at}`);
});

const rows = textOf('docs/security/asvs.md')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, id]) => /^\d+\.\d+\.\d+$/.test(id ?? ''))
  .map(([, id = '', level = '', , state = '', how = '', tested = '']) => ({ id, level, state, how, tested }));

test('every requirement of levels 1 and 2 stands once, and those of level 3 that are named', () => {
  expect(asked).toHaveLength(253);
  expect(rows.map(({ id }) => id).toSorted()).toEqual([...asked, ...level3].toSorted());
  expect(rows.filter(({ level }) => level === '3').map(({ id }) => id)).toEqual(level3);
});

test('each says how it stands, why, and what holds it', () => {
  for (const { id, state, how, tested } of rows) {
    expect(['met', 'partly met', 'not met', 'not met yet', 'operator', 'does not apply'], id).toContain(
      state,
    );
    expect(how, id).not.toBe('–');
    if (state === 'met')
      expect(tested, id).toMatch(/`[^`]+\.(test|spec)\.ts`|^by (reading|search)$|openapi\.json/);
  }
});

test('the top counts the table, and names what is not met', () => {
  const [top = ''] = textOf('docs/security/asvs.md').split('\n## ');
  for (const [, state = '', count] of top.matchAll(/^\| ([a-z ]+?) +\| (\d+) +\|$/gm))
    expect([state, Number(count)]).toEqual([state, rows.filter((row) => row.state === state).length]);
  for (const { id } of rows.filter(({ state }) => state === 'not met' || state === 'operator'))
    expect(top).toContain(id);
});

test.each(pages)('every file that %s names is there', (page) => {
  const named = [...textOf(page).matchAll(/`((?:[\w@.-]+\/)*[\w@.-]+\.(?:tsx?|svelte|md|json|yaml))`/g)].map(
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(40);
  // Not of the project: it is made beside the database at the first start.
  const own = named.filter((path) => path !== 'secrets.json' && path !== 'openapi.json');
  const isThere = (path: string): boolean =>
    ['', 'apps/api/src', 'docs/security'].some((folder) => existsSync(resolve(repository, folder, path)));
  expect(own.filter((path) => !isThere(path))).toEqual([]);
});
