import { fallProbability } from '../chance/fall-probability.ts';
import { lowerTail } from '../chance/poisson-binomial.ts';
import type { Nominator } from '../chance/relabel-peers.ts';
import type { RoundFigures } from './count-figures.ts';
import type { CounterEvidence, Evidence } from './evidence.ts';
import type { PreparedRound } from './prepare-round.ts';
import type { PupilFrame } from './pupil-frame.ts';
import type { RuleSet } from './rules.ts';

/** One pupil on the roster of a computed round. */
export type PupilInRound = {
  readonly round: PreparedRound;
  readonly pupil: number;
  readonly frame: PupilFrame;
  readonly figures: RoundFigures;
  readonly probabilityInDraws: number;
};

/** The evidence from choices. Received nothing is listed also where it is common enough not to count. */
export function choiceEvidence(place: PupilInRound, limits: RuleSet['limits']): Evidence[] {
  const { round, pupil, frame } = place;
  const evidence: Evidence[] = [];
  round.used.forEach(({ criterionId }, c) => {
    const { distribution, couldChoose, expected } = frame.chance.received[c]!;
    const received = place.figures.received[c]![pupil]!;
    const counts = received <= frame.onCriterion[c]!.fewest;
    if (!counts && received > 0) return;
    const probability = lowerTail(distribution, received);
    evidence.push({ kind: 'received', counts, criterionId, received, couldChoose, expected, probability });
  });
  const choosers = choosersOf(round.nominators, pupil);
  const received = place.figures.total[pupil]!;
  const countsInAll = received <= frame.fewestInAll;
  if (countsInAll || received === 0) {
    evidence.push({
      kind: 'received-all',
      counts: countsInAll || frame.unchosenBits !== 0,
      criteria: round.used.length,
      received,
      choosers: choosers.length,
      couldChoose: frame.chance.couldChoose,
      expected: frame.chance.totalExpected,
      probability: lowerTail(frame.chance.total, received),
      probabilityIfUnrelated: lowerTail(frame.chance.totalIfUnrelated, received),
      probabilityInDraws: place.probabilityInDraws,
    });
  }
  evidence.push(...mutualEvidence(place, limits));
  if (
    choosers.length > 0 &&
    choosers.every((i) => choosersOf(round.nominators, i).every((k) => k === pupil))
  ) {
    evidence.push({ kind: 'chosen-only-by-unchosen', counts: false, choosers: choosers.length });
  }
  return [...evidence, ...fallEvidence(place)];
}

function mutualEvidence({ round, pupil, figures }: PupilInRound, limits: RuleSet['limits']): Evidence[] {
  const peers = round.nominators.find((nominator) => nominator.pupil === pupil)?.peers ?? new Int32Array();
  const answered = peers.filter((peer) => round.nominators.some((nominator) => nominator.pupil === peer));
  if (answered.length === 0 || figures.mutual[pupil] !== 0) return [];
  const probability = figures.noMutual[pupil]!;
  const counts = probability < limits.unlikely;
  return [{ kind: 'no-mutual', counts, given: peers.length, givenWhoAnswered: answered.length, probability }];
}

function fallEvidence({ pupil, frame, figures }: PupilInRound): Evidence[] {
  const now = figures.choosers[pupil]!;
  if (frame.before === null || now > frame.fewestChoosers) return [];
  const { choosers: before, expectedBefore, expectedNow } = frame.before;
  const probability = fallProbability(before, now, expectedBefore, expectedNow);
  return [{ kind: 'fell', counts: true, before, now, expectedBefore, expectedNow, probability }];
}

/** What the choices say against a closer look. */
export function choicesAgainst({ round, pupil, frame, figures }: PupilInRound): CounterEvidence[] {
  const against: CounterEvidence[] = [];
  round.used.forEach(({ criterionId }, c) => {
    const { couldChoose, expected } = frame.chance.received[c]!;
    const received = figures.received[c]![pupil]!;
    if (received === 0 || received <= frame.onCriterion[c]!.fewest) return;
    against.push({ kind: 'chosen', criterionId, received, couldChoose, expected });
  });
  const given = round.nominators.find((nominator) => nominator.pupil === pupil)?.peers.length ?? 0;
  const mutual = figures.mutual[pupil]!;
  if (mutual > 0) against.push({ kind: 'mutual', mutual, given });
  const { before, repetitions } = frame;
  const fewBefore = [repetitions.inAll, ...repetitions.onCriterion.values()].some(
    ({ roundsAgo }) => roundsAgo[0] === 1,
  );
  if (
    before !== null &&
    !fewBefore &&
    before.choosers > 0 &&
    figures.choosers[pupil]! > frame.fewestChoosers
  ) {
    against.push({ kind: 'chosen-before', choosers: before.choosers });
  }
  return against;
}

const choosersOf = (nominators: readonly Nominator[], pupil: number): number[] =>
  nominators.filter(({ peers }) => peers.includes(pupil)).map((nominator) => nominator.pupil);
