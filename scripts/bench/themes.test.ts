import { expect, test } from 'vitest';
import { knownTables } from '../disclosure/known-tables.ts';
import { madeSchool } from '../disclosure/made-school.ts';
import { verify } from '../disclosure/verify.ts';
import { attackRound } from './attack-school.ts';
import { everyAudience, releaseRound } from './release-school.ts';

test(
  'D5: shares of two items together narrow no count of theirs, for everybody, leadership and parents',
  {
    timeout: 120_000,
  },
  () => {
    const cubes = (madeSchool(3).rounds[0] ?? []).filter(({ itemId }) =>
      ['somebody-to-be-with', 'heard-by-teacher'].includes(itemId),
    );
    const specs = everyAudience.filter(({ audience }) =>
      ['public', 'leadership', 'parentCouncil'].includes(audience),
    );
    const files = releaseRound(cubes, specs, null);
    for (const [i, file] of files.entries()) {
      const shares = file.document.tables.flatMap(({ themes = [] }) => themes.flatMap(({ rows }) => rows));
      expect(shares.filter(({ shareAbove }) => shareAbove !== null).length).toBeGreaterThan(0);
      expect([...verify(file, files.slice(0, i), { systems: 0, targets: 0, cases: 0, tables: 0 })]).toEqual(
        [],
      );
    }
    const { narrow, open, contradictions } = attackRound(files, cubes, knownTables(files));
    expect({ narrow, open, contradictions }).toEqual({ narrow: [], open: 0, contradictions: 0 });
  },
);
