import type { ChoiceNetwork } from '../network.ts';
import type { NetworkDescription, PupilFigures } from './network-description.ts';
import type { SeenGraph } from './seen-graph.ts';

/** A measure as data, with the pure function that computes it. */
export type Measure<Input, Value> = {
  readonly id: string;
  readonly gives: {
    readonly unit: string;
    /** Lowest and highest value, null where there is no bound; null as a whole where values are not numbers. */
    readonly range: readonly [number | null, number | null] | null;
  };
  /** Author and year, or `definition` for a plain count or quotient. */
  readonly source: string;
  readonly compute: (input: Input) => Value;
};

/** A measure of a cleaned graph for each value in a part of a description, by its name there. */
export type MeasuresOf<Part> = { readonly [Key in keyof Part]: Measure<SeenGraph, Part[Key]> };

/** The same for pupils: `compute` gives one value per pupil, in the order of the roster. */
export type PupilMeasures = {
  readonly [Key in Exclude<keyof PupilFigures, 'pupilId'>]: Measure<
    SeenGraph,
    { readonly [position: number]: PupilFigures[Key] }
  >;
};

/** What measures are computed from, by what they need. */
export type MeasureInputs = {
  readonly choices: SeenGraph;
  /** Choices of one criterion, and a number that random divisions follow from. */
  readonly 'choices-and-seed': { readonly network: ChoiceNetwork; readonly seed: number };
  readonly labels: { readonly network: ChoiceNetwork; readonly labelOf: ReadonlyMap<string, string> };
  readonly criteria: readonly ChoiceNetwork[];
  readonly rounds: { readonly before: ChoiceNetwork; readonly after: ChoiceNetwork };
};

type Needing<Needs extends keyof MeasureInputs> = Measure<MeasureInputs[Needs], unknown> & {
  readonly needs: Needs;
  /** What a value belongs to. */
  readonly scope: 'class' | 'pupil' | 'tie';
  /** The path in a `NetworkDescription`, of a value or of an object of values; null when not part of one. */
  readonly field: `${Exclude<keyof NetworkDescription, 'version'>}.${string}` | null;
};

/** A measure with all that documentation, tables and exports say of it. */
export type NetworkMeasure = { [Needs in keyof MeasureInputs]: Needing<Needs> }[keyof MeasureInputs];
