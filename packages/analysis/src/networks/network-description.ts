import type { DroppedChoices } from './clean-network.ts';
import type { DyadCensus } from './dyads.ts';
import type { Transitivity } from './transitivity.ts';
import type { TriadCensus } from './triads.ts';

/**
 * The choices of one class on one criterion, described. Plain JSON: a value that is undefined or unknown is null.
 * The parts are kept apart because they are kept for different times.
 */
export type NetworkDescription = {
  readonly version: string;
  readonly class: ClassFigures;
  readonly pupils: readonly PupilFigures[];
  readonly ties: TieLists;
};

/** Figures about the class as a whole; no pupil id occurs here. */
export type ClassFigures = {
  /** Pupils on the list, those who answered, and respondents/n. */
  readonly n: number;
  readonly respondents: number;
  readonly participation: number | null;
  readonly dropped: DroppedChoices;
  /** The number of choices m, and m/(n(n−1)). */
  readonly choices: number;
  readonly density: number | null;
  /** m over the pairs that could be seen, respondents · (n−1). */
  readonly observedDensity: number | null;
  readonly dyadCensus: DyadCensus;
  readonly reciprocity: {
    readonly edgewise: number | null;
    readonly dyadic: number | null;
    /** Edgewise among those who answered: a choice of somebody absent could not be returned. */
    readonly edgewiseAmongRespondents: number | null;
  };
  /** Among those who answered. */
  readonly katzPowell: number | null;
  readonly triadCensus: TriadCensus;
  readonly transitivity: Transitivity;
  /** Sizes of components, largest first. */
  readonly weakComponentSizes: readonly number[];
  readonly strongComponentSizes: readonly number[];
  readonly mutualComponentSizes: readonly number[];
  /** How many pupils have the property of the same name below, those with null left out; `gaveNone` is among respondents. */
  readonly unchosenCount: number;
  readonly isolateCount: number;
  readonly withoutMutualCount: number;
  readonly gaveNoneCount: number;
  readonly centralization: {
    readonly indegree: number | null;
    readonly outdegree: number | null;
    readonly betweenness: number | null;
  };
  readonly mutualTriangles: number;
  readonly mutualCliqueCount: number;
  /** Number of subgroups of at least two pupils, and the modularity of the partition. */
  readonly subgroupCount: number;
  readonly modularity: number | null;
  /** Entry r is the number of pupils who received r choices, up to the most received. */
  readonly receivedDistribution: readonly number[];
};

/** Figures about one pupil. What a pupil who did not answer would have chosen is unknown, so it is null. */
export type PupilFigures = {
  readonly pupilId: string;
  readonly received: number;
  /** The respondents other than the pupil: how many could have chosen the pupil. */
  readonly possible: number;
  readonly receivedShare: number | null;
  readonly given: number | null;
  /** Mutual ties seen. */
  readonly mutual: number | null;
  /** Received 0 from those who answered. Null when nobody could have chosen the pupil. */
  readonly unchosen: boolean | null;
  /** Received 0 from those who answered, and gave 0. Null also when the pupil did not answer but received 0. */
  readonly isolate: boolean | null;
  /** No mutual tie. Null while a pupil who did not answer could have made one. */
  readonly withoutMutual: boolean | null;
  readonly betweenness: number;
  readonly pagerank: number;
  readonly coreNumber: number;
  /** Numbers of the pupil's component and subgroup; 0 is the largest. */
  readonly weakComponent: number;
  readonly mutualComponent: number;
  readonly subgroup: number;
  readonly articulationPoint: boolean;
};

/** Ties by pupil ids, each list sorted. */
export type TieLists = {
  readonly mutualPairs: readonly (readonly [string, string])[];
  /** Maximal sets of at least three pupils who all chose each other. */
  readonly mutualCliques: readonly (readonly string[])[];
  /** Mutual ties without which their component would fall in two. */
  readonly bridges: readonly (readonly [string, string])[];
};
