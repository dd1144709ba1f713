import type { ChoiceNetwork } from '../network.ts';
import { byCodeUnit, cleanNetwork } from './clean-network.ts';
import type { NetworkChange } from './change.ts';
import { changeBetween } from './change.ts';

/** How many of those who answered both times chose a pupil, and how many of them began and stopped. */
export type ReceivedChange = {
  readonly pupilId: string;
  readonly before: number;
  readonly after: number;
  readonly won: number;
  readonly lost: number;
  /** How many could have chosen the pupil both times. */
  readonly among: number;
};

/** What became another between two rounds of one class on one criterion, by pupil. Ids are sorted. */
export type PupilChange = {
  readonly choices: NetworkChange;
  /** On the second roster alone, and on the first alone. */
  readonly came: readonly string[];
  readonly left: readonly string[];
  /** On both rosters, without having answered the first or the second time. */
  readonly silentBefore: readonly string[];
  readonly silentAfter: readonly string[];
  /** Pairs on both rosters who both answered both times: mutual the second time alone, the first alone, both. */
  readonly mutualNew: readonly (readonly [string, string])[];
  readonly mutualEnded: readonly (readonly [string, string])[];
  readonly mutualKept: readonly (readonly [string, string])[];
  /** Pupils on both rosters whom clearly more, or fewer, chose the second time: see isClearChange. */
  readonly received: readonly ReceivedChange[];
};

/**
 * Compares two rounds of one class on one criterion, pupil by pupil. As in changeBetween only what could be seen both times
 * is compared: choices by pupils who answered both times, of pupils on both rosters. What a pupil would have chosen who did
 * not answer is unknown, so no pair with that pupil is new or ended. Both networks are cleaned first.
 */
export function changeOfPupils(before: ChoiceNetwork, after: ChoiceNetwork): PupilChange {
  const [first, second] = [cleanNetwork(before).network, cleanNetwork(after).network];
  const [then, now] = [new Set(first.roster), new Set(second.roster)];
  const both = first.roster.filter((id) => now.has(id));
  const [spokeThen, spokeNow] = [new Set(first.respondents), new Set(second.respondents)];
  const spoke = both.filter((id) => spokeThen.has(id) && spokeNow.has(id));
  const [choseThen, choseNow] = [pairsOf(first), pairsOf(second)];
  const pairs = spoke.flatMap((a) => spoke.filter((b) => byCodeUnit(a, b) < 0).map((b) => [a, b] as const));
  const isMutual = (chose: ReadonlySet<string>, [a, b]: readonly [string, string]): boolean =>
    chose.has(pair(a, b)) && chose.has(pair(b, a));
  const received = both.map((pupilId): ReceivedChange => {
    const others = spoke.filter((id) => id !== pupilId);
    const chosenThen = others.filter((id) => choseThen.has(pair(id, pupilId)));
    const chosenNow = others.filter((id) => choseNow.has(pair(id, pupilId)));
    const kept = chosenNow.filter((id) => choseThen.has(pair(id, pupilId))).length;
    return {
      pupilId,
      before: chosenThen.length,
      after: chosenNow.length,
      won: chosenNow.length - kept,
      lost: chosenThen.length - kept,
      among: others.length,
    };
  });
  return {
    choices: changeBetween(before, after),
    came: second.roster.filter((id) => !then.has(id)),
    left: first.roster.filter((id) => !now.has(id)),
    silentBefore: both.filter((id) => !spokeThen.has(id)),
    silentAfter: both.filter((id) => !spokeNow.has(id)),
    mutualNew: pairs.filter((ends) => !isMutual(choseThen, ends) && isMutual(choseNow, ends)),
    mutualEnded: pairs.filter((ends) => isMutual(choseThen, ends) && !isMutual(choseNow, ends)),
    mutualKept: pairs.filter((ends) => isMutual(choseThen, ends) && isMutual(choseNow, ends)),
    received: received.filter(isClearChange),
  };
}

/**
 * Whether more began than stopped choosing a pupil, or the other way about, than the coming and going of choices explains:
 * McNemar 1947 at 5 %, (won − lost)² / (won + lost) > 3.84. The least that passes is four who began and none who stopped.
 */
export function isClearChange({ won, lost }: Pick<ReceivedChange, 'won' | 'lost'>): boolean {
  return (won - lost) ** 2 > 3.84 * (won + lost);
}

const pair = (from: string, to: string): string => JSON.stringify([from, to]);

const pairsOf = ({ choices }: ChoiceNetwork): ReadonlySet<string> =>
  new Set(choices.map(({ from, to }) => pair(from, to)));
