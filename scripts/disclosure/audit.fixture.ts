import { rowOf, type ItemCube } from './item-cube.ts';
import { primaryTargets } from './primary-targets.ts';
import {
  hasSeen,
  lowestThresholds,
  tierOf,
  tiers,
  type AuditedSystem,
  type ReleaseFile,
  type Tier,
} from './release-file.ts';
import { extremeOf } from './solve-component.ts';
import { holds, type Statement } from './statements.ts';
import { systemsOf } from './systems.ts';

/** The file with an audit of every viewpoint: the widest tables a solver finds, in every case, wide enough or not. */
export function audited(
  release: ReleaseFile,
  cubes: readonly ItemCube[],
  earlier: readonly ReleaseFile[] = [],
): ReleaseFile {
  const viewpoints = tiers.slice(0, tiers.indexOf(tierOf(release)) + 1).map((tier) => {
    const seen = earlier.filter((one) => hasSeen(tier, one));
    return {
      tier,
      thresholds: tier === tierOf(release) ? release.thresholds : lowestThresholds[tier],
      ownClassKnown: tier === 'inner',
      with: seen.map(({ releaseId }) => releaseId),
      systems: cubes.map((cube) => systemOf(tier, cube, [...seen, release])),
    };
  });
  return { ...release, audit: { range: 3, viewpoints } };
}

function systemOf(tier: Tier, cube: ItemCube, seen: readonly ReleaseFile[]): AuditedSystem {
  const documents = seen.map(({ document }) => document);
  const system = systemsOf(documents, [cube]).find(({ items }) =>
    items.some(({ itemId }) => itemId === cube.itemId),
  );
  if (system === undefined) throw new Error(`Nothing is said of ${cube.itemId}.`);
  const actual = cube.units.flatMap((unit) => [...rowOf(unit)]);
  if (!system.statements.every((one) => holds(one, (cell) => actual[cell] ?? 0)))
    throw new Error('A fixture lies.');
  const width = cube.options.length + 1;
  const cells = [...actual.keys()];
  const is = (cell: number, low: number, high: number): Statement => ({
    terms: new Map([[cell, 1]]),
    low,
    high,
  });
  const classes = Map.groupBy(cells, (cell) => cube.units[Math.floor(cell / width)]?.classId);
  const cases: Statement[][] = [
    [],
    ...cells.filter((cell) => actual[cell] !== 0).map((cell) => [is(cell, 1, Infinity)]),
    ...(tier === 'inner' ? [...classes.values()] : []).map((own) =>
      own.map((cell) => is(cell, actual[cell] ?? 0, actual[cell] ?? 0)),
    ),
  ];
  const tables: number[][] = [actual];
  const numberOf = (table: ReadonlyMap<number, number>): number =>
    tables.push(cells.map((cell) => table.get(cell) ?? 0)) - 1;
  const targets = primaryTargets(cube, seen.at(-1)?.thresholds ?? lowestThresholds[tier], []).map(
    ({ group, columns }) => {
      const goal = new Set(
        group.units.flatMap((unit) => columns.map((column) => cube.units.indexOf(unit) * width + column)),
      );
      const witnesses = cases.map((known): [number, number] => {
        const component = { cells, statements: [...system.statements, ...known] };
        const [low, high] = (['minimize', 'maximize'] as const).map((direction) => {
          const extreme = extremeOf(component, goal, direction, () => 0);
          return extreme.outcome === 'found' ? numberOf(extreme.table) : 0;
        });
        return [low ?? 0, high ?? 0];
      });
      return { of: group.units.map(({ unitId }) => unitId), columns: [...columns], witnesses };
    },
  );
  return {
    ...{
      roundId: cube.roundId,
      questionnaireId: 'questionnaire',
      questionnaireVersion: 1,
      itemId: cube.itemId,
    },
    ...{ sensitive: cube.sensitive, sensitiveOptions: [...cube.sensitiveOptions] },
    options: cube.options.map(({ optionId }) => optionId),
    units: cube.units.map(({ unitId, classId, grade, size }) => ({ unitId, classId, grade, size })),
    tables,
    targets,
  };
}
