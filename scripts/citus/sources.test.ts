import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** What Citus refuses of statements, as far as it can be read from the sources: no catalog knows them. */
const LOCK = /\.for(NoKey)?Update\(|\.for(Key)?Share\(|\bfor (no key update|update|key share|share)\b/;
const RECURSION = /\bwith recursive\b|\.withRecursive\(/i;
const MOVE = /\.set\(\{[^}]*school_id|\bset school_id\b/;
/** Where the lines about a lock say which school, or whose. */
const SCHOOL = /school_?id|\bactor\b/i;
/** Copied to every machine, or whole on the coordinator. */
const UNDIVIDED = /'(sign_in_method|setup_link|account_try)'/;
const REACH = 16;

const refused = (text: string): readonly string[] => {
  const lines = text.split('\n').map((line) => (/^\s*(\/\/|\/?\*)/.test(line) ? '' : line));
  return lines.flatMap((line, index) => {
    const near = lines.slice(Math.max(0, index - REACH), index + 2).join('\n');
    const locksAll = LOCK.test(line) && !SCHOOL.test(near) && !UNDIVIDED.test(near);
    return locksAll || RECURSION.test(line) || MOVE.test(line) ? [`${index + 1}: ${line.trim()}`] : [];
  });
};

test('no lock of the api is without a school, nothing recurs, and no row is moved to another school', () => {
  const sources = resolve(import.meta.dirname, '../../apps/api/src');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name),
  );
  const texts = files.map((name) => ({ name, text: readFileSync(join(sources, name), 'utf8') }));
  expect(texts.filter(({ text }) => LOCK.test(text)).length).toBeGreaterThan(30);
  expect(texts.flatMap(({ name, text }) => refused(text).map((line) => `${name}:${line}`))).toEqual([]);
});

test.each([
  `tx.selectFrom('pupil').selectAll().forUpdate().execute()`,
  `tx.selectFrom('pupil').selectAll().forNoKeyUpdate().execute()`,
  'sql`select from pupil for share`',
  'sql`with recursive above as (select 1)`',
  `tx.updateTable('pupil').set({ school_id: other })`,
  'sql`update pupil set school_id = ${other}`',
])('refused: %s', (line) => {
  expect(refused(line)).toEqual([`1: ${line}`]);
});
