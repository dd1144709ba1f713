import {
  audienceThresholds,
  releaseItem,
  tierOf,
  type Audience,
  type EarlierRelease,
  type ItemRelease,
  type Level,
  type LinearSolver,
  type ReleasedColumn,
  type ReleasedTheme,
  type Tier,
} from '../../packages/analysis/src/index.ts';
import type { ItemCube } from '../disclosure/item-cube.ts';
import { hashOf } from '../disclosure/read-release-file.ts';
import {
  hasSeen,
  lowestThresholds,
  tiers,
  type ReleasedDocument,
  type ReleaseFile,
  type Viewpoint,
} from '../disclosure/release-file.ts';
import {
  auditedThemes,
  documentThemes,
  sharesOf,
  withoutFigures,
  type Made,
  type MadeShares,
} from './release-shares.ts';

/** What one audience gets of a round: options by themselves, or those above the middle against the others; and shares. */
export type MadeSpec = {
  readonly audience: Audience;
  readonly levels: readonly Level[];
  readonly columns: 'options' | 'two';
  readonly shares: boolean;
};

const all: readonly Level[] = ['class', 'grade', 'school'];
const outside = { levels: ['grade', 'school'], columns: 'two', shares: true } as const;
const inside = { levels: all, columns: 'options', shares: true } as const;

/** Every audience once a round as the product has them, the finest each may have; what is held for everybody first. */
export const everyAudience: readonly MadeSpec[] = [
  { audience: 'public', ...outside, levels: ['school'] },
  { audience: 'class', levels: ['class'], columns: 'two', shares: false },
  { audience: 'leadership', ...inside },
  { audience: 'gradeTeam', ...inside, levels: ['class', 'grade'] },
  { audience: 'staff', ...inside },
  { audience: 'environmentTeam', ...inside },
  { audience: 'pupilCouncil', ...outside },
  { audience: 'parentCouncil', ...outside },
  { audience: 'board', ...outside },
  { audience: 'owner', ...outside },
];

/** The same without shares. */
export const countsAlone: readonly MadeSpec[] = everyAudience.map((spec) => ({ ...spec, shares: false }));

/** Stands between what is protected and what is given out, to plant a fault. */
export type Tamper = {
  /** What the engine is told of the releases before. */
  readonly earlier?: (releases: readonly EarlierRelease[]) => readonly EarlierRelease[];
  readonly after?: (made: ItemRelease, cube: ItemCube, spec: MadeSpec) => ItemRelease;
};

const columnsOf = (
  { options }: Pick<ItemCube, 'options'>,
  by: MadeSpec['columns'],
): readonly ReleasedColumn[] => {
  if (by === 'options') return options.map(({ optionId, score }) => ({ optionId, score, of: [optionId] }));
  const scores = options.map(({ score }) => score ?? NaN);
  const middle = (Math.min(...scores) + Math.max(...scores)) / 2;
  // What has no scale keeps its options.
  if (Number.isNaN(middle)) return columnsOf({ options }, 'options');
  const half = (above: boolean): string[] =>
    options.filter(({ score }) => (score ?? 0) > middle === above).map(({ optionId }) => optionId);
  return [
    { optionId: 'above', score: null, of: half(true) },
    { optionId: 'others', score: null, of: half(false) },
  ];
};

/** The releases of one round, in the order of the specs, each beside those before it: the school's own copies. */
export function releaseRound(
  cubes: readonly ItemCube[],
  specs: readonly MadeSpec[],
  solver: LinearSolver | null,
  tamper: Tamper = {},
): readonly ReleaseFile[] {
  const files: ReleaseFile[] = [];
  const before = new Map<string, EarlierRelease[]>(cubes.map(({ itemId }) => [itemId, []]));
  const shares: { readonly tier: Tier; readonly theme: ReleasedTheme }[] = [];
  for (const [i, spec] of specs.entries()) {
    const alone = cubes.map((cube): Made => {
      const earlier = before.get(cube.itemId) ?? [];
      const release = releaseCube(cube, spec, tamper.earlier?.(earlier) ?? earlier, solver);
      return { ...(tamper.after?.(release, cube, spec) ?? release), cube };
    });
    const { audience, levels } = spec;
    const of = { audience, thresholds: audienceThresholds[audience], levels: spec.shares ? levels : [] };
    const themes = sharesOf(alone, of, before, shares);
    const narrowed = new Set(themes.flatMap(({ cubes: own, release }) => (release.holds ? [] : own)));
    const made = alone.map((one) => (narrowed.has(one.cube) ? withoutFigures(one) : one));
    const tier = tierOf(audience);
    for (const { cube, item } of made) before.get(cube.itemId)?.push({ tier, item });
    if (spec.shares) shares.push(...themes.map(({ release: { theme } }) => ({ tier, theme })));
    files.push(fileOf(spec, i, made, themes, files));
  }
  return files;
}

function releaseCube(
  cube: ItemCube,
  { audience, levels, columns }: MadeSpec,
  earlier: readonly EarlierRelease[],
  solver: LinearSolver | null,
): ItemRelease {
  const { itemId, options, sensitive, sensitiveOptions, units } = cube;
  const system = {
    units,
    item: { itemId, options, sensitive, sensitiveOptions, counts: units.map(({ counts }) => counts) },
  };
  const spec = {
    ...{ audience, levels, classIds: null, thresholds: audienceThresholds[audience] },
    columns: columnsOf(cube, columns),
  };
  const made = releaseItem(system, spec, earlier, null);
  return made.audits.length > 0 || solver === null ? made : releaseItem(system, spec, earlier, solver);
}

const questionnaire = { questionnaireId: 'made', questionnaireVersion: 1 };

function fileOf(
  { audience, shares }: MadeSpec,
  place: number,
  made: readonly Made[],
  themes: readonly MadeShares[],
  earlier: readonly ReleaseFile[],
): ReleaseFile {
  const roundId = made[0]?.cube.roundId ?? '';
  const document = {
    ...{ kind: 'wellbeing' as const, roundId, roundName: roundId },
    tables: [
      {
        ...{ ...questionnaire, fromGrade: 1, toGrade: 7 },
        items: made.map(({ item: { itemId, columns, rows } }) => ({
          ...{ itemId, theme: 'made', text: itemId },
          options: columns.map((column) => ({ ...column, text: column.optionId, of: [...column.of] })),
          rows: rows.map((row) => ({ ...row, of: [...row.of], counts: [...row.counts] })),
        })),
        themes: shares ? documentThemes(themes) : [],
      },
    ],
  } satisfies ReleasedDocument;
  return {
    format: 'samhold-release/1',
    releaseId: `${roundId}-${audience}`,
    ...{ audience, spec: audience, specVersion: '1', thresholds: audienceThresholds[audience] },
    releasedAt: new Date(Date.UTC(2026, 10, 1, place)).toISOString(),
    ...{
      hash: hashOf(document),
      document,
      audit: { range: 3, viewpoints: viewpointsOf(audience, made, themes, earlier) },
    },
  };
}

function viewpointsOf(
  audience: Audience,
  made: readonly Made[],
  themes: readonly MadeShares[],
  earlier: readonly ReleaseFile[],
): Viewpoint[] {
  return tiers.slice(0, tiers.indexOf(tierOf(audience)) + 1).map((tier) => ({
    tier,
    thresholds: tier === tierOf(audience) ? audienceThresholds[audience] : lowestThresholds[tier],
    ownClassKnown: tier === 'inner',
    with: earlier.filter((one) => hasSeen(tier, one)).map(({ releaseId }) => releaseId),
    themes: auditedThemes(themes, tier, questionnaire),
    systems: made.flatMap(({ cube, audits }) =>
      audits
        .filter((audit) => audit.tier === tier)
        .map(({ tables, targets }) => ({
          ...{ ...questionnaire, roundId: cube.roundId, itemId: cube.itemId },
          ...{ sensitive: cube.sensitive, sensitiveOptions: [...cube.sensitiveOptions] },
          options: cube.options.map(({ optionId }) => optionId),
          units: cube.units.map(({ unitId, classId, grade, size }) => ({ unitId, classId, grade, size })),
          tables: tables.map((table) => [...table]),
          targets: targets.map(({ units, columns, witnesses }) => ({
            of: units.map((unit) => cube.units[unit]?.unitId ?? ''),
            columns: [...columns],
            witnesses: witnesses.map(([low, high]): [number, number] => [low, high]),
          })),
        })),
    ),
  }));
}
