import { describe, expect, test } from 'vitest';
import { audited } from './audit.fixture.ts';
import type { Checked } from './check-system.ts';
import { cubeOf, documentOf, fileOf, itemOf } from './made-release.fixture.ts';
import type { ReleaseFile } from './release-file.ts';
import { verify } from './verify.ts';

const cube = cubeOf({
  '4A': { grade: 4, size: 11, counts: [6, 4, 1] },
  '4B': { grade: 4, size: 12, counts: [5, 4, 3] },
  '5A': { grade: 5, size: 13, counts: [8, 3, 2] },
  '5B': { grade: 5, size: 14, counts: [6, 5, 3] },
});
const document = documentOf('round-1', [itemOf(cube, { hide: (group) => group !== 'school' })]);
const release = audited(fileOf(document), [cube]);

const faultsOf = (changed: ReleaseFile, earlier: readonly ReleaseFile[] = []): readonly string[] => [
  ...verify(changed, earlier, { systems: 0, targets: 0, cases: 0, tables: 0 }),
];

/** The release with its audit changed in a copy. */
function changed(change: (audit: NonNullable<ReleaseFile['audit']>) => void, from = release): ReleaseFile {
  const copy = structuredClone(from);
  if (copy.audit !== undefined) change(copy.audit);
  return copy;
}
const systemOf = (audit: NonNullable<ReleaseFile['audit']>) => audit.viewpoints[0]!.systems[0]!;

describe('the check of a release', () => {
  test('finds nothing where the promise is kept, and says how much it checked', () => {
    const checked: Checked = { systems: 0, targets: 0, cases: 0, tables: 0 };
    expect([...verify(release, [], checked)]).toEqual([]);
    expect(checked.systems).toBe(1);
    expect(checked.targets).toBe(2);
    // Nothing known, twelve answers and, but for groups inside one of them, four classes.
    expect(checked.cases).toBeGreaterThanOrEqual(checked.targets * 16);
  });

  test('finds a table that was changed', () => {
    const moved = changed((audit) => {
      const table = systemOf(audit).tables[1]!;
      table[0] = (table[0] ?? 0) + 1;
    });
    expect(faultsOf(moved)).toContainEqual(
      expect.stringContaining('tabell 1 har ikke 11 elever i delen «4A»'),
    );
    const swapped = changed((audit) => {
      const table = systemOf(audit).tables[1]!;
      [table[0], table[1]] = [(table[0] ?? 0) + 1, (table[1] ?? 0) - 1];
    });
    expect(faultsOf(swapped)).toContainEqual(
      expect.stringMatching(/tabell 1 har ikke 25 på «a» i gruppen «school»/),
    );
    const shorter = changed((audit) => systemOf(audit).tables[1]!.pop());
    expect(faultsOf(shorter)).toContainEqual(expect.stringContaining('tabell 1 har feil antall celler'));
  });

  test('finds a figure of the document that was changed', () => {
    const count = structuredClone(release);
    count.document.tables[0]!.items[0]!.rows.at(-1)!.counts[0]!.count = 26;
    expect(faultsOf(count)).toContainEqual(expect.stringContaining('tabell 0 har ikke 26 på «a»'));
    const mean = structuredClone(release);
    mean.document.tables[0]!.items[0]!.rows.at(-1)!.mean = 2.41;
    expect(faultsOf(mean)).toContainEqual(expect.stringContaining('tabell 0 har ikke snittet 2.41'));
    const answered = structuredClone(release);
    answered.document.tables[0]!.items[0]!.rows.at(-1)!.answered = 47;
    expect(faultsOf(answered)).toContainEqual(expect.stringContaining('tabell 0 har ikke 47 svar'));
    const size = structuredClone(release);
    size.document.tables[0]!.items[0]!.rows.at(-1)!.size = 49;
    expect(faultsOf(size)).toContainEqual(expect.stringContaining('tabell 0 har ikke 49 elever'));
  });

  test('finds a count of the promise that is left out', () => {
    const without = changed((audit) => {
      const system = systemOf(audit);
      system.targets = system.targets.filter(
        ({ of, columns }) => of.join() !== '4A' || columns.join() !== '2',
      );
    });
    expect(faultsOf(without)).toEqual([
      expect.stringContaining('«c» i «4A» skal være vernet, men er ikke kontrollert'),
    ]);
  });

  test('finds each case that no pair of tables shows', () => {
    const { targets } = systemOf(release.audit!);
    const place = targets.findIndex(({ of, columns }) => of.join() === '4A' && columns.join() === '2');
    for (const case_ of targets[place]!.witnesses.keys()) {
      const without = changed((audit) => {
        const target = systemOf(audit).targets[place]!;
        // The other pairs may show it as well.
        target.witnesses = target.witnesses.slice(case_, case_ + 1);
      });
      expect(faultsOf(without).join()).toContain('«c» i «4A»: ingen to tabeller viser');
    }
    const none = changed((audit) => (systemOf(audit).targets[place]!.witnesses = []));
    // Nothing known, twelve answers, and three classes: its own is no other group.
    expect(faultsOf(none)).toEqual([
      expect.stringContaining(
        'usikkert med 3 for den som ikke vet noe, og heller ikke i 15 andre tilfeller.',
      ),
    ]);
  });

  /** The release whose only tables beside the actual one have so many pupils moved, from a to c in 4A and back in 4B. */
  const withMoved = (...moved: readonly number[]): ReleaseFile =>
    changed((audit) => {
      const system = systemOf(audit);
      const [actual = []] = system.tables;
      system.tables = [
        actual,
        ...moved.map((n) => actual.map((count, cell) => count + ([-n, 0, n, 0, n, 0, -n, 0][cell] ?? 0))),
      ];
      system.targets = system.targets.filter(({ of }) => of.join() === '4A');
      system.targets[0]!.witnesses = moved.map((_, i) => [0, i + 1]);
    });

  test('finds two tables that are too near, or that what is known rules out', () => {
    const faultsOf4A = (file: ReleaseFile) => faultsOf(file).filter((fault) => fault.includes('«c» i «4A»'));
    expect(faultsOf4A(withMoved(2))).toEqual([
      expect.stringContaining(
        'ingen to tabeller viser at tallet er usikkert med 3 for den som ikke vet noe, og',
      ),
    ]);
    // With three moved nobody is left on c in 4B.
    expect(faultsOf4A(withMoved(3))).toEqual([
      expect.stringContaining(
        'for den som vet om ett svar («c» i «4B»), og heller ikke i 1 andre tilfeller.',
      ),
    ]);
    const near = changed((audit) => {
      for (const target of systemOf(audit).targets)
        target.witnesses = target.witnesses.map(([low]) => [low, low]);
    });
    expect(faultsOf(near)).toHaveLength(2);
  });

  test('finds a viewpoint that is left out, lowered or blind', () => {
    const toParents = fileOf(document, {
      audience: 'parentCouncil',
      thresholds: { smallestGroup: 10, smallestCell: 5, smallestGroupSensitive: 20 },
    });
    const parents = audited(toParents, [cube]);
    expect(parents.audit?.viewpoints.map(({ tier }) => tier)).toEqual(['inner', 'pupils', 'councils']);
    expect(faultsOf(parents)).toEqual([]);
    expect(faultsOf(changed((audit) => audit.viewpoints.shift(), parents))).toEqual([
      'sett fra «inner»: kontrollen mangler, eller finnes flere ganger.',
    ]);
    const raised = { ...release, thresholds: { ...release.thresholds, smallestCell: 4 } };
    expect(faultsOf(raised)).toContain('sett fra «inner»: smallestCell er 3, som er for lavt.');
    const lowered = changed((audit) => (audit.viewpoints[2]!.thresholds.smallestCell = 3), parents);
    expect(faultsOf(lowered)).toEqual(['sett fra «councils»: smallestCell er 3, som er for lavt.']);
    const blind = changed((audit) => (audit.viewpoints[0]!.ownClassKnown = false), parents);
    expect(faultsOf(blind)).toEqual(['sett fra «inner»: at noen kjenner egen klasse, er ikke regnet med.']);
    expect(faultsOf(changed((audit) => (audit.range = 2)))).toEqual(['spennet er 2, og skal være minst 3.']);
  });

  test('finds an earlier release that is forgotten, or not at hand', () => {
    const classes = documentOf('round-1', [
      itemOf(cube, { levels: ['class'], hide: (group) => group !== '5B' }),
    ]);
    const first = fileOf(classes, {
      releaseId: 'first',
      releasedAt: '2026-11-01T12:00:00.000Z',
      audience: 'public',
    });
    expect(faultsOf(release, [first])).toContain(
      'sett fra «inner»: den tidligere frigivelsen «first» er sett, men ikke regnet med.',
    );
    const later = { ...first, releasedAt: '2026-12-01T12:00:00.000Z' };
    expect(faultsOf(release, [later])).toEqual([]);
    const withFirst = changed((audit) => audit.viewpoints[0]!.with.push('first'));
    expect(faultsOf(withFirst)).toContain(
      'sett fra «inner»: frigivelsen «first» er regnet med; gi filen også.',
    );
    // The tables were made without it.
    expect(faultsOf(withFirst, [first]).join()).toMatch(/tabell \d+ har ikke 6 på «a» i gruppen «5B»/);
  });

  test('asks for what each tier has seen alone', () => {
    const staff = fileOf(document, {
      releaseId: 'staff',
      audience: 'staff',
      releasedAt: '2026-11-01T12:00:00.000Z',
    });
    const toParents = fileOf(document, {
      audience: 'parentCouncil',
      thresholds: { smallestGroup: 10, smallestCell: 5, smallestGroupSensitive: 20 },
    });
    const parents = audited(toParents, [cube], [staff]);
    expect(parents.audit?.viewpoints.map((viewpoint) => viewpoint.with)).toEqual([['staff'], [], []]);
    expect(faultsOf(parents, [staff])).toEqual([]);
    expect(
      faultsOf(
        changed((audit) => (audit.viewpoints[0]!.with = []), parents),
        [staff],
      ),
    ).toEqual(['sett fra «inner»: den tidligere frigivelsen «staff» er sett, men ikke regnet med.']);
  });

  test('asks for no more than sizes and what is known leave', () => {
    const three = cubeOf({
      '1A': { grade: 1, size: 3, counts: [2, 1, 0] },
      '1B': { grade: 1, size: 20, counts: [9, 6, 5] },
      '2A': { grade: 2, size: 20, counts: [8, 7, 5] },
    });
    const checked: Checked = { systems: 0, targets: 0, cases: 0, tables: 0 };
    const file = audited(fileOf(documentOf('round-1', [itemOf(three, { levels: ['school'] })])), [three]);
    expect([...verify(file, [], checked)]).toEqual([]);
    // Two counts in 1A with nothing known, eight answers and two other classes.
    expect(checked).toMatchObject({ targets: 2, cases: 22 });
  });

  test('reckons with a mean rounded half up', () => {
    // 21 points on 8 answers is 2.625.
    const eight = cubeOf({ '4A': { grade: 4, size: 8, counts: [6, 1, 1] } });
    const file = audited(fileOf(documentOf('round-1', [itemOf(eight)])), [eight]);
    expect(file.document.tables[0]?.items[0]?.rows[0]?.mean).toBe(2.63);
    expect(faultsOf(file).join()).not.toContain('snittet');
    for (const row of file.document.tables[0]!.items[0]!.rows) row.mean = 2.62;
    expect(faultsOf(file).join()).toContain('tabell 0 har ikke snittet 2.62');
  });

  test('finds an item without an audit, unless nothing of it is shown', () => {
    const bare = changed((audit) => (audit.viewpoints[0]!.systems = []));
    expect(faultsOf(bare)).toEqual([
      'sett fra «inner»: «item»: kontrollen mangler, eller finnes flere ganger.',
    ]);
    for (const row of bare.document.tables[0]!.items[0]!.rows) {
      row.answered = row.mean = null;
      for (const each of row.counts) each.count = null;
    }
    expect(faultsOf(bare)).toEqual([]);
  });

  test('finds groups and answers that are not what they are called, and groups too small to be listed', () => {
    const group = structuredClone(release);
    group.document.tables[0]!.items[0]!.rows[0]!.of.push('5A');
    expect(faultsOf(group)).toContainEqual(
      expect.stringContaining('«4A» er verken en klasse, et trinn eller skolen'),
    );
    const option = structuredClone(release);
    option.document.tables[0]!.items[0]!.options[0]!.of = ['x'];
    expect(faultsOf(option)).toContainEqual(expect.stringContaining('svar som kontrollen ikke kjenner'));
    const lonely = { ...release, thresholds: { ...release.thresholds, smallestGroup: 13 } };
    expect(faultsOf(lonely)).toContainEqual(
      expect.stringContaining('gruppen «4A» er for liten til å stå i tabellen'),
    );
    const astray = changed((audit) => (systemOf(audit).targets[0]!.witnesses[0] = [0, 9999]));
    expect(faultsOf(astray)).toContainEqual(expect.stringContaining('viser til en tabell som ikke finnes'));
  });
});
