import { expect, test } from 'vitest';
import {
  audienceThresholds,
  releaseItem,
  releaseTheme,
  type CountedItem,
} from '../../packages/analysis/src/index.ts';
import type { ItemCube } from '../disclosure/item-cube.ts';
import { madeSchool } from '../disclosure/made-school.ts';
import { hashOf } from '../disclosure/read-release-file.ts';
import type { AuditedTheme, ReleaseFile } from '../disclosure/release-file.ts';
import { verify } from '../disclosure/verify.ts';
import { everyAudience, releaseRound } from './release-school.ts';

const thresholds = audienceThresholds.leadership;

/** Leadership's release of these items, and how their answers lie together. */
function withShares(cubes: readonly ItemCube[]): ReleaseFile {
  const leadership = everyAudience.filter(({ audience }) => audience === 'leadership');
  const [file] = releaseRound(cubes, leadership, null);
  if (file === undefined) throw new Error('nothing released');
  const spec = {
    audience: 'leadership',
    thresholds,
    levels: ['class', 'grade', 'school'],
    classIds: null,
  } as const;
  const units = cubes[0]?.units ?? [];
  const items = cubes.map((cube) => {
    const item: CountedItem = { ...cube, counts: cube.units.map(({ counts }) => counts) };
    const columns = cube.options.map(({ optionId, score }) => ({ optionId, score, of: [optionId] }));
    return { item, release: releaseItem({ units, item }, { ...spec, columns }, [], null) };
  });
  const seen = items.map(({ release }) => ({ tier: 'inner' as const, item: release.item }));
  const made = releaseTheme('theme', units, items, spec, { items: seen, themes: [] }, null);
  const { rows, items: itemIds } = made.theme;
  const theme = {
    themeId: 'theme',
    items: [...itemIds],
    rows: rows.map((row) => ({ ...row, of: [...row.of] })),
  };
  const document = {
    ...file.document,
    tables: file.document.tables.map((table) => ({ ...table, themes: [theme] })),
  };
  const viewpoints = (file.audit?.viewpoints ?? []).map((viewpoint) => ({
    ...viewpoint,
    themes: made.audits.map(({ tables, targets }): AuditedTheme => ({
      ...{ roundId: document.roundId, questionnaireId: 'made', questionnaireVersion: 1 },
      ...{ themeId: 'theme', items: [...itemIds] },
      options: cubes[0]?.options.map(({ optionId }) => optionId) ?? [],
      units: units.map(({ unitId, classId, grade, size }) => ({ unitId, classId, grade, size })),
      tables: tables.map((table) => [...table]),
      targets: targets.map(({ places, columns, witnesses }) => ({
        itemId: itemIds[Math.floor((places[0] ?? 0) / units.length)] ?? '',
        of: places.map((place) => units[place % units.length]?.unitId ?? ''),
        columns: [...columns],
        witnesses: witnesses.map(([low, high]): [number, number] => [low, high]),
      })),
    })),
  }));
  return { ...file, document, hash: hashOf(document), audit: { range: 3, viewpoints } };
}

test(
  'D5: shares of two items together narrow no count of theirs, as a checker without a solver finds',
  { timeout: 120_000 },
  () => {
    const cubes = (madeSchool(3).rounds[0] ?? []).filter(({ itemId }) =>
      ['somebody-to-be-with', 'heard-by-teacher'].includes(itemId),
    );
    const file = withShares(cubes);
    const shares = file.document.tables.flatMap(({ themes }) => themes?.flatMap(({ rows }) => rows) ?? []);
    expect(shares.filter(({ shareAbove }) => shareAbove !== null).length).toBeGreaterThan(0);
    expect([...verify(file, [], { systems: 0, targets: 0, cases: 0, tables: 0 })]).toEqual([]);
  },
);
