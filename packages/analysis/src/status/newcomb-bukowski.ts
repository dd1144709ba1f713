import { lowerTail, receivedDistribution, upperTail } from '../chance/poisson-binomial.ts';
import type { InvestigationInput } from './investigation-input.ts';
import { cleanNominations, type DroppedNominations, type Nominations } from './nominations.ts';
import {
  above,
  below,
  CLOSE,
  SMALLEST_GROUP,
  type NoStatus,
  type SociometricStatus,
} from './sociometric-status.ts';

export type NewcombBukowskiOptions = {
  /** A score is rare when its tail is at most this; .05 when left out. */
  readonly alpha?: number;
  /** Whether a second score equal to its mean makes a pupil controversial; not when left out. */
  readonly meanCountsAsHigh?: boolean;
};

export type NewcombBukowskiPupil = {
  readonly pupilId: string;
  readonly liked: number;
  readonly disliked: number;
  readonly couldBeNamed: number;
  readonly expectedLiked: number;
  readonly expectedDisliked: number;
  /** P(as many or more) for likes and dislikes; P(as few or fewer) for their sum, social impact. */
  readonly tailLiked: number;
  readonly tailDisliked: number;
  readonly tailImpact: number;
  readonly status: SociometricStatus;
};

export type NewcombBukowskiResult = {
  /** Null when there are statuses. */
  readonly noStatus: NoStatus | null;
  readonly dropped: DroppedNominations;
  /** By id; empty without statuses. */
  readonly pupils: readonly NewcombBukowskiPupil[];
};

type Figures = Omit<NewcombBukowskiPupil, 'pupilId' | 'status'>;

const statusOf = (
  own: Figures,
  { alpha = 0.05, meanCountsAsHigh = false }: NewcombBukowskiOptions,
): SociometricStatus => {
  const rare = (tail: number): boolean => tail <= alpha + CLOSE;
  const high = meanCountsAsHigh ? (a: number, b: number) => !below(a, b) : above;
  const [manyLikes, manyDislikes] = [rare(own.tailLiked), rare(own.tailDisliked)];
  if (manyLikes && below(own.disliked, own.expectedDisliked)) return 'popular';
  if (manyDislikes && below(own.liked, own.expectedLiked)) return 'rejected';
  if (manyLikes && high(own.disliked, own.expectedDisliked)) return 'controversial';
  if (manyDislikes && high(own.liked, own.expectedLiked)) return 'controversial';
  return rare(own.tailImpact) ? 'neglected' : 'average';
};

/** What one pupil received, against every nominator's likes and dislikes spread at random over those the nominator could name. */
const figuresOf = ({ ballots }: Nominations, pupil: number): Figures => {
  const askers = ballots.filter(({ asked }) => asked[pupil] === 1);
  const spread = (count: (ballot: (typeof askers)[number]) => number): readonly number[] =>
    askers.map((ballot) => count(ballot) / ballot.couldName);
  const [likes, dislikes] = [spread(({ liked }) => liked.length), spread(({ disliked }) => disliked.length)];
  const both = spread(({ liked, disliked }) => liked.length + disliked.length);
  const named = (peers: 'liked' | 'disliked'): number =>
    askers.filter((ballot) => ballot[peers].includes(pupil)).length;
  const [liked, disliked] = [named('liked'), named('disliked')];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    liked,
    disliked,
    couldBeNamed: askers.length,
    expectedLiked: sum(likes),
    expectedDisliked: sum(dislikes),
    tailLiked: upperTail(receivedDistribution(likes), liked),
    tailDisliked: upperTail(receivedDistribution(dislikes), disliked),
    tailImpact: lowerTail(receivedDistribution(both), liked + disliked),
  };
};

/**
 * Sociometric status by rare scores (Newcomb & Bukowski 1983), where each nominator may have made another number of
 * nominations: received likes, dislikes and their sum are Poisson-binomial with p_i = k_i/a_i over those asked about the
 * pupil, which is their binomial model when all k_i and a_i are equal. Popular: many likes and fewer dislikes than the mean;
 * rejected the other way; controversial: many of one and more than the mean of the other; neglected: few of both together.
 * No statuses for fewer than 8 pupils or without nominators. Nothing is thrown.
 */
export const newcombBukowskiStatus = (
  input: InvestigationInput,
  options: NewcombBukowskiOptions = {},
): NewcombBukowskiResult => {
  const nominations = cleanNominations(input);
  const { roster, ballots, dropped } = nominations;
  if (roster.length < SMALLEST_GROUP) return { noStatus: 'small-group', dropped, pupils: [] };
  if (ballots.length === 0) return { noStatus: 'no-nominators', dropped, pupils: [] };
  const pupils = roster.map((pupilId, at) => {
    const figures = figuresOf(nominations, at);
    return { pupilId, ...figures, status: statusOf(figures, options) };
  });
  return { noStatus: null, dropped, pupils };
};
