import type { RandomStream } from './random-stream.ts';

/**
 * What lies behind a class's choices. Square tables are row-major, `i * size + j`: how i looks on j. Sex, language and
 * background are no part of it.
 */
export type FriendshipState = {
  readonly size: number;
  /** Interests, two coordinates per pupil: those near each other get on (homophily). */
  readonly interests: Float64Array;
  /** What two pupils share, symmetric (reciprocity). */
  readonly bond: Float64Array;
  /** What only one of two feels. */
  readonly leaning: Float64Array;
  /** How liked a pupil is by all (spread of popularity). */
  readonly appeal: Float64Array;
};

/** What each part weighs in how well i likes j; set so that about six in ten choices are mutual. */
const weights = { distance: 1, bond: 0.8, leaning: 0.28, appeal: 0.32, evening: 0.65, sharedFriend: 0.35 };
/** Closest classmates counted as friends when shared friends are added (transitivity). */
const friendsCounted = 4;

function symmetricNoise(size: number, random: RandomStream): Float64Array {
  const table = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const value = random.normal();
      table[i * size + j] = value;
      table[j * size + i] = value;
    }
  }
  return table;
}

export const noise = (length: number, random: RandomStream): Float64Array =>
  Float64Array.from({ length }, () => random.normal());

export function startFriendships(size: number, random: RandomStream): FriendshipState {
  return {
    size,
    interests: noise(2 * size, random),
    bond: symmetricNoise(size, random),
    leaning: noise(size * size, random),
    appeal: noise(size, random),
  };
}

/** `side` per member, and how much less one likes those of the other side. */
export type Camps = { readonly side: readonly number[]; readonly separation: number };

/** One step of a stationary first-order autoregression per value: `stability` 1 changes nothing, 0 everything. */
export function driftFriendships(
  state: FriendshipState,
  stability: number,
  random: RandomStream,
): FriendshipState {
  const fresh = Math.sqrt(1 - stability * stability);
  const blend = (old: Float64Array, news: Float64Array): Float64Array =>
    old.map((value, index) => stability * value + fresh * (news[index] ?? 0));
  const next = startFriendships(state.size, random);
  return {
    size: state.size,
    interests: blend(state.interests, next.interests),
    bond: blend(state.bond, next.bond),
    leaning: blend(state.leaning, next.leaning),
    appeal: blend(state.appeal, next.appeal),
  };
}

/** The `count` highest-valued candidates, best first. */
export function highest(
  count: number,
  candidates: readonly number[],
  value: (j: number) => number,
): number[] {
  return candidates
    .map((j) => ({ j, value: value(j) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ j }) => j);
}

/** Liking from what each pair has and is, before shared friends. */
function pairLiking(state: FriendshipState, camps: Camps): Float64Array {
  const { size, interests, bond, leaning, appeal } = state;
  return new Float64Array(size * size).map((_, at) => {
    const i = Math.floor(at / size);
    const j = at % size;
    const distance = Math.hypot(
      (interests[2 * i] ?? 0) - (interests[2 * j] ?? 0),
      (interests[2 * i + 1] ?? 0) - (interests[2 * j + 1] ?? 0),
    );
    return (
      -weights.distance * distance +
      weights.bond * (bond[at] ?? 0) +
      weights.leaning * (leaning[at] ?? 0) +
      weights.appeal * (appeal[j] ?? 0) -
      (camps.side[i] === camps.side[j] ? 0 : camps.separation)
    );
  });
}

/** Takes part of how liked each is on average out again: unusual interests alone should leave few unchosen. */
function evenOut(liking: Float64Array, size: number): Float64Array {
  const averages = new Float64Array(size);
  liking.forEach((value, at) => {
    averages[at % size] = (averages[at % size] ?? 0) + value / size;
  });
  return liking.map((value, at) => value - weights.evening * (averages[at % size] ?? 0));
}

function addSharedFriends(liking: Float64Array, size: number): Float64Array {
  const everyone = Array.from({ length: size }, (_, i) => i);
  const friends = everyone.map(
    (i) =>
      new Set(
        highest(
          friendsCounted,
          everyone.filter((j) => j !== i),
          (j) => liking[i * size + j] ?? 0,
        ),
      ),
  );
  return liking.map((value, at) => {
    const ofOne = friends[Math.floor(at / size)] ?? new Set<number>();
    const ofOther = friends[at % size] ?? new Set<number>();
    const shared = [...ofOne].filter((k) => ofOther.has(k)).length;
    return value + weights.sharedFriend * shared;
  });
}

/** How well each likes each (row-major), with shared friends counted; `separation` parts the two `camps`. */
export function likings(state: FriendshipState, camps: Camps): Float64Array {
  const { size } = state;
  return addSharedFriends(addSharedFriends(evenOut(pairLiking(state, camps), size), size), size);
}
