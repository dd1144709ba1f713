import { receivedDistribution, weightedDistribution } from '../chance/poisson-binomial.ts';
import { byCodeUnit } from '../networks/clean-network.ts';
import type { PreparedRound } from './prepare-round.ts';

export type CriterionChance = {
  /** Of received choices. */
  readonly distribution: Float64Array;
  /** Respondents who could choose the pupil. */
  readonly couldChoose: number;
  readonly expected: number;
};

/** What one pupil would receive if every respondent's choices were spread at random over the classmates. */
export type PupilChance = {
  /** Per used criterion. Worked out when asked for: only evidence tells of one criterion alone. */
  readonly received: () => readonly CriterionChance[];
  /** All used criteria together, each respondent's peers exchanged once for all criteria. */
  readonly total: Float64Array;
  readonly totalExpected: number;
  /** The same total if criteria had nothing to do with each other. */
  readonly totalIfUnrelated: () => Float64Array;
  /** Respondents who could choose the pupil on at least one used criterion. */
  readonly couldChoose: number;
};

/**
 * The distributions of one round, by pupil. They depend only on what the pupil's own choices leave out, so
 * pupils who answered alike share theirs; summands are sorted, so no digit depends on who comes first.
 */
export function receivedByChance(round: PreparedRound): (pupil: number) => PupilChance {
  const peers = round.pupils.length - 1;
  const profiles = round.nominators.map((nominator): Profile => {
    const onCriterion = round.used.map(({ answered }, c) =>
      answered[nominator.pupil] === 1 ? countWith(nominator.masks, c) / peers : null,
    );
    const byCriteria = round.used.map((_, c) => countOfSize(nominator.masks, c + 1) / peers);
    const key = [...onCriterion, ...byCriteria].join(' ');
    return { pupil: nominator.pupil, key, onCriterion, byCriteria };
  });
  profiles.sort((a, b) => byCodeUnit(a.key, b.key));
  const known = new Map<string, PupilChance>();
  return (pupil) => {
    const own = profiles.findIndex((profile) => profile.pupil === pupil);
    const key = profiles[own]?.key ?? 'absent';
    const chance = known.get(key) ?? chanceOf(profiles.toSpliced(own, own === -1 ? 0 : 1), round.used.length);
    known.set(key, chance);
    return chance;
  };
}

/** Shares of the peers one nominator chose: per criterion (null when skipped), and on 1, 2, … criteria. */
type Profile = {
  readonly pupil: number;
  readonly key: string;
  readonly onCriterion: readonly (number | null)[];
  readonly byCriteria: readonly number[];
};

function chanceOf(others: readonly Profile[], criteria: number): PupilChance {
  const perCriterion = Array.from({ length: criteria }, (_, c) =>
    others.map(({ onCriterion }) => onCriterion[c] ?? null).filter((share) => share !== null),
  );
  return {
    received: () =>
      perCriterion.map((probabilities) => ({
        distribution: receivedDistribution(probabilities),
        couldChoose: probabilities.length,
        expected: sum(probabilities),
      })),
    total: weightedDistribution(others.map(({ byCriteria }) => byCriteria)),
    totalExpected: sum(perCriterion.flat()),
    totalIfUnrelated: () => receivedDistribution(perCriterion.flat()),
    couldChoose: others.length,
  };
}

/** The expected number of classmates who would choose the pupil on at least one of the criteria in `mask`. */
export function expectedChoosers(round: PreparedRound, pupil: number, mask: number): number {
  let chosen = 0;
  for (const nominator of round.nominators) {
    if (nominator.pupil === pupil) continue;
    for (const own of nominator.masks) if ((own & mask) !== 0) chosen += 1;
  }
  return chosen / (round.pupils.length - 1);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function countWith(masks: Int32Array, criterion: number): number {
  let count = 0;
  for (const mask of masks) count += (mask >> criterion) & 1;
  return count;
}

function countOfSize(masks: Int32Array, size: number): number {
  let count = 0;
  for (const mask of masks) {
    let bits = 0;
    for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
    if (bits === size) count += 1;
  }
  return count;
}
