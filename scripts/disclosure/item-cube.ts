/** The answers to one item in one round, as they are: what is protected. */
export type ItemCube = {
  readonly roundId: string;
  readonly itemId: string;
  readonly options: readonly { readonly optionId: string; readonly score: number | null }[];
  readonly sensitive: boolean;
  readonly sensitiveOptions: readonly string[];
  /** The pupils of one class in one grade each. */
  readonly units: readonly CubeUnit[];
};

export type CubeUnit = {
  readonly unitId: string;
  readonly classId: string;
  readonly grade: number;
  /** Pupils on the list; those beyond the counts were silent. */
  readonly size: number;
  /** Per option. */
  readonly counts: readonly number[];
};

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** A unit's row of the finest table: its counts, then who was silent. */
export const rowOf = ({ size, counts }: CubeUnit): readonly number[] => [...counts, size - total(counts)];
