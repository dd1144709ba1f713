import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '..');
const page = readFileSync(resolve(repository, 'docs/accessibility.md'), 'utf8');

/**
 * Every success criterion of levels A and AA in the W3C Recommendation «Web Content Accessibility Guidelines (WCAG)
 * 2.2» (12 December 2024), https://www.w3.org/TR/WCAG22/. 4.1.1 is obsolete there and has no level.
 */
const levels = {
  A: [
    '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2',
    '2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4',
    '3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7',
    '4.1.2',
  ],
  AA: [
    '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13',
    '2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8',
    '3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8',
    '4.1.3',
  ],
};
/** Those that WCAG 2.1 does not have. */
const newIn22 = ['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8'];

const entries = page
  .split(/\n(?=- \*\*|\n)/)
  .map((entry) => entry.replaceAll(/\s+/g, ' ').trim())
  .flatMap((entry) => {
    const [, id, level, added, state, rest] =
      /^- \*\*(\d\.\d\.\d+) [^*]+\*\* \((A{1,2})(, new in 2\.2)?\): ([a-z ]+)\. (.+)$/.exec(entry) ?? [];
    return id === undefined ? [] : [{ id, level, added: added !== undefined, state, rest: rest ?? '' }];
  });

test('the page has every criterion of WCAG 2.2, A and AA, once, at its level', () => {
  const asked = Object.entries(levels).flatMap(([level, parts]) =>
    parts.flatMap((part) => part.split(' ')).map((id) => `${id} ${level}`),
  );
  expect(asked).toHaveLength(55);
  expect(entries.map(({ id, level }) => `${id} ${level}`).toSorted()).toEqual(asked.toSorted());
  expect(entries.filter(({ added }) => added).map(({ id }) => id)).toEqual(newIn22);
});

test('each says whether it is met, and how that is tested', () => {
  for (const { id, state, rest } of entries) {
    expect(['met', 'partly met', 'not met', 'does not apply'], id).toContain(state);
    if (state !== 'does not apply') expect(rest, id).toMatch(/_Tested:_ .*(`[\w.-]+`|by eye: )/);
  }
});

test('what is not met in full is said at the top', () => {
  const [, top = ''] = /\*\*Not met in full\*\*([\s\S]+?)\*\*Not tried\*\*/.exec(page) ?? [];
  for (const { id } of entries.filter(({ state }) => state === 'partly met' || state === 'not met'))
    expect(top).toContain(`${id}:`);
});

test('every file that is named exists', () => {
  const files = new Set(
    globSync('{apps,packages,scripts}/**/*.{ts,svelte,css}', {
      cwd: repository,
      exclude: (path) => /node_modules|build|\.svelte-kit/.test(path),
    }).map((path) => basename(path)),
  );
  const named = [...page.matchAll(/`([\w.-]+\.(?:ts|svelte|css))`/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !files.has(name))).toEqual([]);
});
