import { describe, expect, test } from 'vitest';
import { audited } from './audit.fixture.ts';
import { cubeOf, documentOf, fileOf, itemOf, withTheme } from './made-release.fixture.ts';
import type { ReleaseFile } from './release-file.ts';
import { verify } from './verify.ts';

const one = cubeOf(
  {
    '4A': { grade: 4, size: 12, counts: [9, 3] },
    '5A': { grade: 5, size: 14, counts: [8, 6] },
    '5B': { grade: 5, size: 13, counts: [7, 6] },
  },
  { itemId: 'one' },
);
const two = cubeOf(
  {
    '4A': { grade: 4, size: 12, counts: [10, 2] },
    '5A': { grade: 5, size: 14, counts: [9, 5] },
    '5B': { grade: 5, size: 13, counts: [7, 6] },
  },
  { itemId: 'two' },
);
const hide = (group: string, column: string | null): boolean => group !== 'school' && column !== null;
const items = documentOf('round-1', [itemOf(one, { hide }), itemOf(two, { hide })]);
const faultsOf = (file: ReleaseFile, earlier: readonly ReleaseFile[] = []): readonly string[] => [
  ...verify(file, earlier, { systems: 0, targets: 0, cases: 0, tables: 0 }),
];
/** The share of the school alone says nothing that its counts do not. */
const release = audited(fileOf(withTheme(items, [one, two], (group) => group === 'school')), [one, two]);
const changed = (change: (file: ReleaseFile) => void): ReleaseFile => {
  const copy = structuredClone(release);
  change(copy);
  return copy;
};

describe('the check of shares of several items together', () => {
  test('finds nothing where they narrow no count', () => {
    expect(faultsOf(audited(fileOf(items), [one, two]))).toEqual([]);
    expect(faultsOf(release)).toEqual([]);
  });

  test('finds shares without a proof, also those of an earlier release', () => {
    const bare = changed((file) => (file.audit!.viewpoints[0]!.themes = []));
    expect(faultsOf(bare)).toEqual(['sett fra «inner»: temaet «theme»: andelene er ikke kontrollert.']);
    const before = { ...release, releaseId: 'before', releasedAt: '2026-11-01T12:00:00.000Z' };
    const later = audited(fileOf(items), [one, two], [before]);
    expect(faultsOf(later, [before])).toEqual([]);
    later.audit!.viewpoints[0]!.themes = [];
    expect(faultsOf(later, [before])).toEqual([
      'sett fra «inner»: temaet «theme»: andelene er ikke kontrollert.',
    ]);
  });

  test('finds shares that narrow a count', () => {
    // With the first item shown whole, a share of both tells of the second.
    const shown = documentOf('round-1', [itemOf(one), itemOf(two, { hide })]);
    expect(faultsOf(audited(fileOf(shown), [one, two]))).toEqual([]);
    const narrowing = audited(fileOf(withTheme(shown, [one, two])), [one, two]);
    expect(faultsOf(narrowing).join('\n')).toMatch(
      /temaet «theme» i runden «round-1»: «b» i «4A»: ingen to tabeller/,
    );
  });

  test('finds a share or a table that was changed', () => {
    const rows = (file: ReleaseFile) => file.document.tables[0]!.themes![0]!.rows;
    const share = changed((file) => (rows(file).at(-1)!.shareAbove = 0.8));
    expect(faultsOf(share)).toContainEqual(
      expect.stringContaining('tabell 0 har ikke andelen 0.8 i gruppen «school».'),
    );
    const table = changed((file) => (file.audit!.viewpoints[0]!.themes![0]!.tables[1]![0]! += 1));
    expect(faultsOf(table)).toContainEqual(
      expect.stringContaining('tabell 1 har ikke 12 elever i delen «4A»'),
    );
    const shorter = changed((file) => file.audit!.viewpoints[0]!.themes![0]!.tables[1]!.pop());
    expect(faultsOf(shorter)).toContainEqual(expect.stringContaining('en tabell har feil antall celler'));
  });

  test('finds a count left out, and a pair that leaves no answer of a known pupil to another item', () => {
    const theme = release.audit!.viewpoints[0]!.themes![0]!;
    const place = theme.targets.findIndex(
      ({ itemId, of, columns }) => itemId === 'two' && of.join() === '4A' && columns.join() === '1',
    );
    const without = changed((file) => file.audit!.viewpoints[0]!.themes![0]!.targets.splice(place, 1));
    expect(faultsOf(without)).toContainEqual(expect.stringContaining('«b» i «4A» skal være vernet'));
    // Both tables leave two on b in 4A to the second item, but in one nobody is on b to the first.
    const empty = changed((file) => {
      const changing = file.audit!.viewpoints[0]!.themes![0]!;
      for (const table of changing.tables.slice(1)) {
        table.splice(0, 9, 12, 0, 0, 5, 9, 0, 7, 6, 0);
      }
    });
    expect(faultsOf(empty).join('\n')).toMatch(
      /«b» i «4A»: ingen to tabeller .* for den som vet om ett svar/,
    );
  });
});
