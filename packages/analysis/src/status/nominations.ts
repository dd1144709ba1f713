import { byCodeUnit } from '../networks/clean-network.ts';
import type { InvestigationInput } from './investigation-input.ts';

/** How many nominations were left out, each under the first reason that applies, in this order. */
export type DroppedNominations = {
  readonly outsideRoster: number;
  readonly self: number;
  readonly notAsked: number;
  readonly duplicate: number;
  /** Named as both liked and disliked by the same nominator; both are left out. */
  readonly both: number;
};

/** One nominator after cleaning: pupils by their place in `roster`, and how many the nominator could name. */
type Ballot = {
  readonly nominator: number;
  readonly liked: readonly number[];
  readonly disliked: readonly number[];
  readonly asked: Uint8Array;
  readonly couldName: number;
};

export type Nominations = {
  /** Sorted, each id once. */
  readonly roster: readonly string[];
  readonly ballots: readonly Ballot[];
  readonly dropped: DroppedNominations;
};

/**
 * Removes what cannot be a nomination and counts it. Nominators outside the roster are ignored, and of two ballots by one
 * nominator the first counts. The result does not depend on the order of roster or nominators otherwise.
 */
export const cleanNominations = (input: InvestigationInput): Nominations => {
  const roster = [...new Set(input.roster)].sort(byCodeUnit);
  const place = new Map(roster.map((id, at) => [id, at]));
  const dropped = { outsideRoster: 0, self: 0, notAsked: 0, duplicate: 0, both: 0 };
  const ballots = new Map<number, Ballot>();
  for (const { id, liked, disliked, couldName } of input.nominators) {
    const nominator = place.get(id);
    if (nominator === undefined || ballots.has(nominator)) continue;
    const asked = new Uint8Array(roster.length);
    for (const name of couldName ?? roster) asked[place.get(name) ?? nominator] = 1;
    asked[nominator] = 0;
    const keep = (names: readonly string[]): Set<number> => {
      const kept = new Set<number>();
      for (const name of names) {
        const peer = place.get(name);
        if (peer === undefined) dropped.outsideRoster += 1;
        else if (peer === nominator) dropped.self += 1;
        else if (asked[peer] === 0) dropped.notAsked += 1;
        else if (kept.has(peer)) dropped.duplicate += 1;
        else kept.add(peer);
      }
      return kept;
    };
    const [likes, dislikes] = [keep(liked), keep(disliked)];
    const both = [...likes].filter((peer) => dislikes.has(peer));
    dropped.both += both.length;
    const without = (peers: ReadonlySet<number>): number[] =>
      [...peers].filter((peer) => !both.includes(peer)).sort((a, b) => a - b);
    ballots.set(nominator, {
      nominator,
      liked: without(likes),
      disliked: without(dislikes),
      asked,
      couldName: asked.reduce((sum, one) => sum + one, 0),
    });
  }
  const sorted = [...ballots.values()].sort((a, b) => a.nominator - b.nominator);
  return { roster, ballots: sorted, dropped };
};

/** Per pupil of the roster: likes and dislikes received, and the nominators who were asked about the pupil. */
export type ReceivedNominations = {
  readonly liked: readonly number[];
  readonly disliked: readonly number[];
  readonly couldBeNamed: readonly number[];
};

export const receivedNominations = ({ roster, ballots }: Nominations): ReceivedNominations => {
  const [liked, disliked, couldBeNamed] = [0, 0, 0].map(() => new Array<number>(roster.length).fill(0)) as [
    number[],
    number[],
    number[],
  ]; // made of three
  for (const ballot of ballots) {
    for (const peer of ballot.liked) liked[peer]! += 1;
    for (const peer of ballot.disliked) disliked[peer]! += 1;
    ballot.asked.forEach((asked, peer) => {
      couldBeNamed[peer]! += asked;
    });
  }
  return { liked, disliked, couldBeNamed };
};
