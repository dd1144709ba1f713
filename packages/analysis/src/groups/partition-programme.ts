import type { Columns } from './columns.ts';
import { costCount } from './costs.ts';
import { terms } from './linear-solver.ts';
import type { Kept } from './stage-by-stage.ts';

/**
 * Set partitioning: choose columns so that every pupil is in exactly one and the parts of the room can be filled with
 * them, with the least cost in one stage while earlier stages keep theirs. Rows are p⟨pupil⟩, k⟨kind⟩, f⟨sort of part⟩,
 * u (how many columns) and s⟨stage⟩; variables c⟨column⟩ and w⟨sort of part⟩_⟨way⟩, how many parts are filled in that way.
 */
export function partitionProgramme(
  columns: Columns,
  active: ArrayLike<number>,
  n: number,
  objective: number,
  kept: readonly Kept[],
  integer: boolean,
): string {
  const ofPupil: string[][] = Array.from({ length: n }, () => []);
  const ofKind: string[][] = columns.most.map(() => []);
  const names: string[] = [];
  for (let a = 0; a < active.length; a += 1) {
    const column = active[a] ?? 0;
    const name = `c${column}`;
    names.push(name);
    ofKind[columns.kind[column] ?? 0]?.push(name);
    for (let k = 0; k < columns.width; k += 1) {
      const pupil = columns.seated[column * columns.width + k]!;
      if (pupil >= 0) ofPupil[pupil]?.push(name);
    }
  }
  const costs = (stage: number): [number, string][] =>
    names.map((name, a) => [columns.costs[(active[a] ?? 0) * costCount + stage] ?? 0, name]);
  const plain = (list: readonly string[]): [number, string][] => list.map((name) => [1, name]);
  const filled = columns.fillings.map(({ ways }, q) => ways.map((way, w) => ({ way, name: `w${q}_${w}` })));
  const spent = (k: number): [number, string][] =>
    filled.flat().map(({ way, name }) => [-(way[k] ?? 0), name]);
  return [
    'Minimize',
    ` obj: ${terms(costs(objective)) || '0 c_none'}`,
    'Subject To',
    ...ofPupil.map((list, i) => ` p${i}: ${terms(plain(list)) || '0 c_none'} = 1`),
    ...ofKind.map((list, k) => ` k${k}: ${terms([...plain(list), ...spent(k)])} <= 0`),
    ...columns.fillings.map(({ parts }, q) => {
      return ` f${q}: ${terms(plain((filled[q] ?? []).map(({ name }) => name)))} <= ${parts}`;
    }),
    ` u: ${terms(plain(names)) || '0 c_none'} >= ${columns.fewest}`,
    ...kept.map(({ stage, cost }) => ` s${stage}: ${terms(costs(stage)) || '0 c_none'} <= ${cost}`),
    ...(integer ? ['Binary', ...names.map((name) => ` ${name}`)] : []),
    ...(integer ? ['General', ...filled.flat().map(({ name }) => ` ${name}`)] : []),
    'End',
  ].join('\n');
}
