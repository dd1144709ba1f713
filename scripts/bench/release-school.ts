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

/** What one audience gets of a round: options by themselves, or the first two against the others. */
export type MadeSpec = {
  readonly audience: Audience;
  readonly levels: readonly Level[];
  readonly columns: 'options' | 'two';
};

/** Every audience once a round, the widest columns and rows to those furthest in. */
export const everyAudience: readonly MadeSpec[] = [
  { audience: 'class', levels: ['class'], columns: 'two' },
  { audience: 'leadership', levels: ['class', 'grade', 'school'], columns: 'options' },
  { audience: 'gradeTeam', levels: ['class', 'grade'], columns: 'two' },
  { audience: 'staff', levels: ['grade', 'school'], columns: 'options' },
  { audience: 'environmentTeam', levels: ['class', 'grade', 'school'], columns: 'options' },
  { audience: 'classCouncil', levels: ['class', 'grade'], columns: 'two' },
  { audience: 'pupilCouncil', levels: ['grade', 'school'], columns: 'options' },
  { audience: 'parentCouncil', levels: ['grade', 'school'], columns: 'options' },
  { audience: 'board', levels: ['grade', 'school'], columns: 'two' },
  { audience: 'owner', levels: ['school'], columns: 'options' },
  { audience: 'public', levels: ['school'], columns: 'options' },
];

/** Stands between what is protected and what is given out, to plant a fault. */
export type Tamper = {
  /** What the engine is told of the releases before. */
  readonly earlier?: (releases: readonly EarlierRelease[]) => readonly EarlierRelease[];
  readonly after?: (made: ItemRelease, cube: ItemCube, spec: MadeSpec) => ItemRelease;
};

const columnsOf = ({ options }: ItemCube, by: MadeSpec['columns']): readonly ReleasedColumn[] => {
  if (by === 'options') return options.map(({ optionId, score }) => ({ optionId, score, of: [optionId] }));
  const ids = options.map(({ optionId }) => optionId);
  return [
    { optionId: 'first', score: null, of: ids.slice(0, -2) },
    { optionId: 'others', score: null, of: ids.slice(-2) },
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
  for (const [i, spec] of specs.entries()) {
    const made = cubes.map((cube) => {
      const earlier = before.get(cube.itemId) ?? [];
      const release = releaseCube(cube, spec, tamper.earlier?.(earlier) ?? earlier, solver);
      const given = tamper.after?.(release, cube, spec) ?? release;
      earlier.push({ tier: tierOf(spec.audience), item: given.item });
      return { cube, ...given };
    });
    files.push(fileOf(spec, i, made, files));
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

type Made = ItemRelease & { readonly cube: ItemCube };
const questionnaire = { questionnaireId: 'made', questionnaireVersion: 1 };

function fileOf(
  { audience }: MadeSpec,
  place: number,
  made: readonly Made[],
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
      audit: { range: 3, viewpoints: viewpointsOf(audience, made, earlier) },
    },
  };
}

function viewpointsOf(
  audience: Audience,
  made: readonly Made[],
  earlier: readonly ReleaseFile[],
): Viewpoint[] {
  return tiers.slice(0, tiers.indexOf(tierOf(audience)) + 1).map((tier) => ({
    tier,
    thresholds: tier === tierOf(audience) ? audienceThresholds[audience] : lowestThresholds[tier],
    ownClassKnown: tier === 'inner',
    with: earlier.filter((one) => hasSeen(tier, one)).map(({ releaseId }) => releaseId),
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
