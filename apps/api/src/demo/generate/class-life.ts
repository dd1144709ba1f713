import type { Cohort } from './cohorts.ts';
import { driftFriendships, noise, startFriendships, type FriendshipState } from './friendships.ts';
import { firstStepOfThisYear } from './plan-rounds.ts';
import { randomStream, type RandomStream } from './random-stream.ts';

/** One class at the time of one round: who likes whom and how each has it. Members are named by their index. */
export type ClassLife = {
  readonly friendships: FriendshipState;
  /** Wellbeing per member, standard normal across pupils. */
  readonly moods: Float64Array;
};

/** What stays the same for a class through both years. */
export type ClassTraits = {
  readonly side: readonly number[];
  /** Per member in (0, 1), evenly spread: those below the class's share are exposed to bullying. */
  readonly exposure: readonly number[];
  readonly usualBullyingShare: number;
  /** Choices a member usually makes, before rounding. */
  readonly breadth: readonly number[];
  readonly moodOfClass: number;
  /** Those who choose the pupil that is chosen one-sidedly. */
  readonly admirers: ReadonlySet<number>;
  /** How i sees j for one criterion beside liking j in general; made once per criterion. */
  readonly taste: (criterionId: string) => Float64Array;
};

const admirerCount = 3;

export function classTraits(seed: number, cohort: Cohort): ClassTraits {
  const random = randomStream(seed, 'traits', cohort.className);
  const size = cohort.members.length;
  const everyone = Array.from({ length: size }, (_, i) => i);
  const ordinary = everyone.filter((i) => cohort.members[i]?.role === null);
  const shuffled = random.shuffled(everyone);
  const exposureOrder = random.shuffled(everyone);
  const tastes = new Map<string, Float64Array>();
  const taste = (criterionId: string): Float64Array => {
    const known = tastes.get(criterionId);
    if (known !== undefined) return known;
    const made = noise(size * size, randomStream(seed, 'taste', cohort.className, criterionId));
    tastes.set(criterionId, made);
    return made;
  };
  return {
    side: everyone.map((i) => (shuffled.indexOf(i) < size / 2 ? 0 : 1)),
    exposure: everyone.map((i) => (exposureOrder.indexOf(i) + 0.5) / size),
    usualBullyingShare: 0.08 * random.uniform(),
    breadth: everyone.map(() => 3.1 + 0.12 * cohort.gradeThisYear + 0.8 * random.normal()),
    moodOfClass: 0.25 * random.normal(),
    admirers: new Set(random.shuffled(ordinary).slice(0, admirerCount)),
    taste,
  };
}

/** Friendships last longer as children grow, and change more over the summer than between two rounds. */
function stabilityAt(cohort: Cohort, step: number): number {
  const yearsAgo = step < firstStepOfThisYear ? 1 : 0;
  const usual = 0.972 + 0.003 * (cohort.gradeThisYear - yearsAgo);
  return step === firstStepOfThisYear ? usual - 0.05 : usual;
}

const moodStability = 0.93;

function nextMoods(moods: Float64Array, random: RandomStream): Float64Array {
  const fresh = Math.sqrt(1 - moodStability * moodStability);
  return moods.map((mood) => moodStability * mood + fresh * random.normal());
}

/** The class at each step from 0 to `lastStep`. */
export function classLives(seed: number, cohort: Cohort, lastStep: number): ClassLife[] {
  const size = cohort.members.length;
  const start = randomStream(seed, 'life', cohort.className);
  const lives: ClassLife[] = [{ friendships: startFriendships(size, start), moods: noise(size, start) }];
  for (let step = 1; step <= lastStep; step++) {
    const before = lives.at(-1);
    if (before === undefined) break;
    const random = randomStream(seed, 'life', cohort.className, step);
    lives.push({
      friendships: driftFriendships(before.friendships, stabilityAt(cohort, step), random),
      moods: nextMoods(before.moods, random),
    });
  }
  return lives;
}
