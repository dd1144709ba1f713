import { describe, expect, test } from 'vitest';
import { accessLogHash } from '../access/log.ts';
import { checkChain, deletedEarly, GENESIS, type Fault, type Link, type LogRow } from './verify.ts';

const schoolId = 'a1c0ffee-0000-4000-8000-000000000000';

const entry = (sequence: number) => ({
  sequence,
  at: new Date(Date.UTC(2026, 10, 27, 8, sequence)).toISOString(),
  staff_id: 's',
  role: 'contact_teacher',
  action: 'pupil.read',
  subject_kind: 'pupil',
  subject_id: `p${sequence}`,
  purpose: 'follow up the pupil',
});

const chainOf = (count: number): readonly LogRow[] => {
  const rows: LogRow[] = [];
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const previous = rows.at(-1)?.hash ?? GENESIS.hash;
    const hash = accessLogHash(Buffer.from(previous, 'hex'), entry(sequence)).toString('hex');
    rows.push({ ...entry(sequence), hash });
  }
  return rows;
};

const rows = chainOf(8);
const linkAt = (sequence: number): Link => ({ sequence, hash: rows[sequence - 1]?.hash ?? '' });
const day = (on: string, sequence: number) => ({ schoolId, day: on, ...linkAt(sequence) });
const days = [day('2026-11-25', 3), day('2026-11-26', 6)];

const faultsOf = (
  read: readonly LogRow[],
  {
    head = linkAt(8),
    stored = days,
    kept = days,
  }: { head?: Link; stored?: typeof days; kept?: typeof days } = {},
): readonly Fault[] => {
  const check = checkChain();
  check.take(read);
  return check.end(head, { stored, kept });
};

/** The chain somebody makes who can write everything in the database, with the hashes computed again. */
const rewritten = (change: (row: LogRow) => LogRow): readonly LogRow[] => {
  const made: LogRow[] = [];
  for (const row of rows.map(change)) {
    const { hash: _old, ...fields } = row;
    const previous = Buffer.from(made.at(-1)?.hash ?? GENESIS.hash, 'hex');
    made.push({ ...fields, hash: accessLogHash(previous, fields).toString('hex') });
  }
  return made;
};

describe('S5: the chain of the access log', () => {
  test('holds when nothing was done to it, in one piece or in pages', () => {
    expect(faultsOf(rows)).toEqual([]);
    const check = checkChain();
    check.take(rows.slice(0, 5));
    check.take(rows.slice(5));
    expect([check.entries(), check.end(linkAt(8), { stored: days, kept: days })]).toEqual([8, []]);
    expect(checkChain().end(undefined, { stored: [], kept: [] })).toEqual([]);
  });

  const fields = [
    'at',
    'staff_id',
    'role',
    'action',
    'subject_kind',
    'subject_id',
    'purpose',
    'hash',
  ] as const;
  test.each(fields)('one entry with another %s is found', (field) => {
    for (const at of rows.keys()) {
      const other = field === 'hash' ? 'f'.repeat(64) : 'x';
      const changed = rows.map((row, index) => (index === at ? { ...row, [field]: other } : row));
      expect(faultsOf(changed)).toContainEqual({ kind: 'changed', sequence: at + 1 });
    }
  });

  test('one entry removed is found, whichever it is', () => {
    for (const at of rows.keys()) {
      const [fault] = faultsOf(rows.toSpliced(at, 1));
      expect(fault).toEqual(
        at === 7 ? { kind: 'cut short', wanted: 8, found: 7 } : { kind: 'missing', from: at + 1, to: at + 1 },
      );
    }
  });

  test('two entries in each other’s place are found, with their hashes and without', () => {
    const swap = (at: number, keep: (to: LogRow, from: LogRow) => LogRow): readonly LogRow[] =>
      rows.map((row, index) => {
        const from = index === at ? rows[at + 1] : index === at + 1 ? rows[at] : undefined;
        return from === undefined ? row : { ...keep(row, from), sequence: row.sequence };
      });
    for (const at of [0, 3, 6]) {
      const changed = { kind: 'changed', sequence: at + 1 };
      expect(faultsOf(swap(at, (_to, from) => from))).toContainEqual(changed);
      expect(faultsOf(swap(at, (to, from) => ({ ...from, hash: to.hash })))).toContainEqual(changed);
    }
  });

  test('an end cut off is found by the last link, and when that was set back too, by the day’s', () => {
    expect(faultsOf(rows.slice(0, 7))).toEqual([{ kind: 'cut short', wanted: 8, found: 7 }]);
    expect(faultsOf(rows.slice(0, 5), { head: linkAt(5), stored: days.slice(0, 1) })).toEqual([
      { kind: 'day missing', day: '2026-11-26', where: 'database' },
      { kind: 'day differs', day: '2026-11-26', where: 'file' },
    ]);
    expect(faultsOf([], { stored: [], kept: [] })).toEqual([{ kind: 'cut short', wanted: 8, found: 0 }]);
  });

  test('the last entry written anew, with a hash that fits, is found by the last link', () => {
    const made = rewritten((row) => (row.sequence === 8 ? { ...row, purpose: 'another' } : row));
    expect(faultsOf(made)).toEqual([{ kind: 'head differs', sequence: 8 }]);
  });

  test('entries beyond the last link are found', () => {
    expect(faultsOf(rows, { head: linkAt(7) })).toEqual([{ kind: 'cut short', wanted: 7, found: 8 }]);
  });

  test('a chain made again from its first link, all heads in the database with it, is found by the file alone', () => {
    const made = rewritten((row) => (row.sequence === 2 ? { ...row, staff_id: 'another' } : row));
    const of = (sequence: number): Link => ({ sequence, hash: made[sequence - 1]?.hash ?? '' });
    const stored = days.map((one) => ({ ...one, ...of(one.sequence) }));
    expect(faultsOf(made, { head: of(8), stored, kept: [] })).toEqual([]);
    expect(faultsOf(made, { head: of(8), stored })).toEqual([
      { kind: 'day differs', day: '2026-11-25', where: 'file' },
      { kind: 'day differs', day: '2026-11-26', where: 'file' },
    ]);
  });

  test('a day left out of the file or of the database is found, the newest alone may be on its way', () => {
    const stored = [...days, day('2026-11-27', 8)];
    expect(faultsOf(rows, { stored })).toEqual([]);
    expect(faultsOf(rows, { stored, kept: stored.toSpliced(1, 1) })).toEqual([
      { kind: 'day missing', day: '2026-11-26', where: 'file' },
    ]);
    expect(faultsOf(rows, { stored: stored.toSpliced(1, 1), kept: stored })).toEqual([
      { kind: 'day missing', day: '2026-11-26', where: 'database' },
    ]);
  });

  test('years said to be deleted by age are found when a day kept outside is younger', () => {
    const old = day('2020-11-25', 3);
    expect(deletedEarly(linkAt(5), [old, ...days], '2021-01-01')).toEqual([
      { kind: 'deleted early', day: '2026-11-25' },
    ]);
    expect(deletedEarly(undefined, [old, ...days], '2021-01-01')).toEqual([]);
  });
});
