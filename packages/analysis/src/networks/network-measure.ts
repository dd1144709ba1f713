import type { SeenGraph } from './seen-graph.ts';

/** A measure as data, from which tables, exports and documentation are made. */
export type NetworkMeasure = {
  readonly id: string;
  /** What a value belongs to. */
  readonly scope: 'class' | 'pupil' | 'tie';
  /** The choices of one criterion, and perhaps a label per pupil, other criteria or another round. */
  readonly needs: 'choices' | 'labels' | 'criteria' | 'rounds';
  readonly gives: {
    readonly unit: string;
    /** Lowest and highest value, null where there is no bound; null as a whole where values are not numbers. */
    readonly range: readonly [number | null, number | null] | null;
  };
  /** Author and year, or `definition` for a plain count or quotient. */
  readonly source: string;
  /** The path in a `NetworkDescription`, of a value or of an object of values; null when not part of one. */
  readonly field: string | null;
  /**
   * The value of `field` as a pure function of the cleaned graph; for a pupil, of all in the order of the roster. Left out
   * where a measure needs more than the graph.
   */
  readonly compute?: (seen: SeenGraph) => unknown;
};
