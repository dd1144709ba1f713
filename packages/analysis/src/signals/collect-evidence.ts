import { fallProbability } from '../chance/fall-probability.ts';
import { convolved, largestUnlikely, lowerTail } from '../chance/poisson-binomial.ts';
import type { Nominator } from '../chance/relabel-peers.ts';
import type { RoundFigures } from './count-figures.ts';
import type { CounterEvidence, Evidence } from './evidence.ts';
import type { OwnAnswers } from './own-answers.ts';
import type { PreparedRound } from './prepare-round.ts';
import type { PupilFrame } from './pupil-frame.ts';
import type { RuleSet } from './rules.ts';
import { logUnreturned } from './unreturned.ts';

/** One pupil on the roster of a computed round. */
export type PupilInRound = {
  readonly round: PreparedRound;
  readonly pupil: number;
  readonly frame: PupilFrame;
  readonly figures: RoundFigures;
  readonly received: readonly Int32Array[];
  readonly probabilityInDraws: number;
};

/** The evidence from choices. Received nothing is listed also where it is common enough not to count. */
export function choiceEvidence(
  place: PupilInRound,
  answers: OwnAnswers,
  limits: RuleSet['limits'],
): Evidence[] {
  const { round, pupil, frame } = place;
  const evidence: Evidence[] = [];
  const onCriterion = frame.chance.received();
  round.used.forEach(({ criterionId }, c) => {
    const { distribution, couldChoose, expected } = onCriterion[c]!;
    const received = place.received[c]![pupil]!;
    const counts = received <= largestUnlikely(distribution, limits.unlikely);
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
      probabilityIfUnrelated: lowerTail(frame.chance.totalIfUnrelated(), received),
      probabilityInDraws: place.probabilityInDraws,
    });
  }
  evidence.push(...overRoundsEvidence(place, received));
  evidence.push(...mutualEvidence(place, limits));
  if (
    choosers.length > 0 &&
    choosers.every((i) => choosersOf(round.nominators, i).every((k) => k === pupil))
  ) {
    evidence.push({ kind: 'chosen-only-by-unchosen', counts: false, choosers: choosers.length });
  }
  const outside = answers.chosenOutside.get(round.pupils[pupil]!) ?? 0;
  if (choosers.length === 0 && outside > 0) {
    evidence.push({ kind: 'chosen-only-outside', counts: false, choosers: outside });
  }
  return [...evidence, ...fallEvidence(place)];
}

function overRoundsEvidence({ frame: { chance, overRounds } }: PupilInRound, received: number): Evidence[] {
  if (overRounds === null || received > overRounds.fewest) return [];
  const { before, roundsAgo, expected, totalBefore } = overRounds;
  const probability = lowerTail(convolved(chance.total, totalBefore), received + before);
  return [{ kind: 'received-over-rounds', counts: true, received, before, roundsAgo, expected, probability }];
}

function mutualEvidence(
  { round, pupil, frame, figures }: PupilInRound,
  limits: RuleSet['limits'],
): Evidence[] {
  const given = round.nominators.find((nominator) => nominator.pupil === pupil)?.peers.length ?? 0;
  const givenWhoAnswered = figures.returnable[pupil]!;
  if (givenWhoAnswered === 0 || figures.mutual[pupil] !== 0) return [];
  const { classReturnable, classReturned } = figures;
  const log = givenWhoAnswered * logUnreturned(figures);
  const evidence: Evidence[] = [
    {
      kind: 'no-mutual',
      counts: log < Math.log(limits.unlikelyUnreturned),
      given,
      givenWhoAnswered,
      classReturnable,
      classReturned,
      probability: Math.exp(log),
    },
  ];
  const { noMutual, noMutualLog } = frame.repetitions;
  if (noMutual.roundsAgo.length > 0) {
    evidence.push({
      kind: 'no-mutual-over-rounds',
      counts: true,
      rounds: 1 + noMutual.roundsAgo.length,
      givenWhoAnswered: noMutual.values.reduce((sum, value) => sum + value, givenWhoAnswered),
      probability: Math.exp(log + noMutualLog),
    });
  }
  return evidence;
}

function fallEvidence({ pupil, frame, figures }: PupilInRound): Evidence[] {
  const now = figures.choosers[pupil]!;
  if (frame.before === null || now > frame.fewestChoosers) return [];
  const { choosers: before, expectedBefore, expectedNow } = frame.before;
  const probability = fallProbability(before, now, expectedBefore, expectedNow);
  return [{ kind: 'fell', counts: true, before, now, expectedBefore, expectedNow, probability }];
}

/** What the choices say against a closer look. */
export function choicesAgainst(
  { round, pupil, frame, figures, received: counted }: PupilInRound,
  limits: RuleSet['limits'],
): CounterEvidence[] {
  const against: CounterEvidence[] = [];
  const onCriterion = frame.chance.received();
  round.used.forEach(({ criterionId }, c) => {
    const { distribution, couldChoose, expected } = onCriterion[c]!;
    const received = counted[c]![pupil]!;
    if (received === 0 || received <= largestUnlikely(distribution, limits.unlikely)) return;
    against.push({ kind: 'chosen', criterionId, received, couldChoose, expected });
  });
  const given = round.nominators.find((nominator) => nominator.pupil === pupil)?.peers.length ?? 0;
  const mutual = figures.mutual[pupil]!;
  if (mutual > 0) against.push({ kind: 'mutual', mutual, given });
  const { before, repetitions } = frame;
  const series = round.used.map(({ criterionId }) => repetitions.onCriterion(criterionId));
  const fewBefore = [repetitions.inAll, ...series].some(({ roundsAgo }) => roundsAgo[0] === 1);
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
