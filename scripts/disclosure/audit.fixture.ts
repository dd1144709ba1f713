import { rowOf, type ItemCube } from './item-cube.ts';
import { primaryTargets } from './primary-targets.ts';
import {
  hasSeen,
  lowestThresholds,
  tierOf,
  tiers,
  type AuditedSystem,
  type AuditedTheme,
  type ReleaseFile,
  type Tier,
} from './release-file.ts';
import { extremeOf } from './solve-component.ts';
import { holds, itemSystemsOf, type Statement, type System } from './statements.ts';
import { systemsOf } from './systems.ts';

/** The file with an audit of every viewpoint: the widest tables a solver finds, in every case, wide enough or not. */
export function audited(
  release: ReleaseFile,
  cubes: readonly ItemCube[],
  earlier: readonly ReleaseFile[] = [],
): ReleaseFile {
  const viewpoints = tiers.slice(0, tiers.indexOf(tierOf(release)) + 1).map((tier) => {
    const seen = earlier.filter((one) => hasSeen(tier, one));
    const documents = [...seen, release].map(({ document }) => document);
    const thresholds = tier === tierOf(release) ? release.thresholds : lowestThresholds[tier];
    const prove = (system: System | undefined, of: readonly ItemCube[]): Proof =>
      proofOf(system, of, tier, release.thresholds);
    return {
      ...{ tier, thresholds, ownClassKnown: tier === 'inner', with: seen.map(({ releaseId }) => releaseId) },
      systems: cubes.map((cube): AuditedSystem => {
        const system = itemSystemsOf(documents, [cube]).find(({ items }) => items[0]?.itemId === cube.itemId);
        const { tables, targets } = prove(system, [cube]);
        return {
          ...namesOf(cube),
          ...{ itemId: cube.itemId, sensitive: cube.sensitive, sensitiveOptions: [...cube.sensitiveOptions] },
          ...{ tables, targets: targets.map(({ itemId: _, ...target }) => target) },
        };
      }),
      themes: systemsOf(documents, cubes)
        .filter(({ items }) => items.length > 1)
        .map((system): AuditedTheme => {
          const of = system.items.flatMap(({ itemId }) => cubes.find((cube) => cube.itemId === itemId) ?? []);
          const items = of.map(({ itemId }) => itemId);
          return { ...namesOf(of[0]!), themeId: 'theme', items, ...prove(system, of) };
        }),
    };
  });
  return { ...release, audit: { range: 3, viewpoints } };
}

const namesOf = ({ roundId, options, units }: ItemCube) => ({
  ...{ roundId, questionnaireId: 'questionnaire', questionnaireVersion: 1 },
  options: options.map(({ optionId }) => optionId),
  units: units.map(({ unitId, classId, grade, size }) => ({ unitId, classId, grade, size })),
});

type Proof = Pick<AuditedTheme, 'tables' | 'targets'>;

/** Tables of the cubes together, one after the other. */
function proofOf(
  system: System | undefined,
  cubes: readonly ItemCube[],
  tier: Tier,
  thresholds: ReleaseFile['thresholds'],
): Proof {
  if (system === undefined) throw new Error('Nothing is said of the item.');
  const actual = cubes.flatMap(({ units }) => units.flatMap((unit) => [...rowOf(unit)]));
  if (!system.statements.every((one) => holds(one, (cell) => actual[cell] ?? 0)))
    throw new Error('A fixture lies.');
  const cells = [...actual.keys()];
  const is = (cell: number, low: number, high: number): Statement => ({
    terms: new Map([[cell, 1]]),
    low,
    high,
  });
  const classOf = new Map(
    cubes.flatMap(({ units }) => units.map(({ unitId, classId }) => [unitId, classId])),
  );
  const classes = Map.groupBy(cells, (cell) => classOf.get(system.cells[cell]?.unitId ?? ''));
  const filled = cells.filter((cell) => actual[cell] !== 0);
  const cases: Statement[][] = [
    [],
    ...filled.map((cell) => {
      const { itemId, unitId } = system.cells[cell]!;
      const others = filled.filter(
        (other) => system.cells[other]?.unitId === unitId && system.cells[other].itemId !== itemId,
      );
      return [cell, ...others].map((one) => is(one, 1, Infinity));
    }),
    ...(tier === 'inner' ? [...classes.values()] : []).map((own) =>
      own.map((cell) => is(cell, actual[cell] ?? 0, actual[cell] ?? 0)),
    ),
  ];
  const tables: number[][] = [actual];
  const numberOf = (table: ReadonlyMap<number, number>): number =>
    tables.push(cells.map((cell) => table.get(cell) ?? 0)) - 1;
  const targets = cubes.flatMap((cube) =>
    primaryTargets(cube, thresholds, []).map(({ group, columns }) => {
      const options = [...cube.options.map(({ optionId }) => optionId), null];
      const of = group.units.map(({ unitId }) => unitId);
      const goal = new Set(
        cells.filter((cell) => {
          const { itemId, unitId, option } = system.cells[cell]!;
          return itemId === cube.itemId && of.includes(unitId) && columns.includes(options.indexOf(option));
        }),
      );
      const witnesses = cases.map((known): [number, number] => {
        const component = { cells, statements: [...system.statements, ...known] };
        const [low = 0, high = 0] = (['minimize', 'maximize'] as const).map((direction) => {
          const extreme = extremeOf(component, goal, direction, () => 0);
          return extreme.outcome === 'found' ? numberOf(extreme.table) : 0;
        });
        return [low, high];
      });
      return { itemId: cube.itemId, of, columns: [...columns], witnesses };
    }),
  );
  return { tables, targets };
}
