import type { NotComputed } from '../prepare-round.ts';
import type { SignalLevel } from '../rules.ts';

export type SignalLanguage = 'nb' | 'nn' | 'en';

/**
 * One language's sentences. Each function returns whole sentences with their full stop; numbers come in as
 * numbers, shares and decimals as text already written in the language.
 */
export type Wording = {
  readonly decimalMark: ',' | '.';
  /** What was seen, by rule id; what it gives reason to is said with the level. */
  readonly headlines: Readonly<Record<string, string>>;
  readonly headlineOf: Readonly<Record<SignalLevel, string>>;
  readonly criterionPhrases: Readonly<Record<string, string>>;
  readonly unknownCriterion: (id: string) => string;
  /** Shares of pupils or classes: about 1 in 25, about 4 in 10, more than 9 in 10, fewer than 1 in 1,000. */
  readonly about: (part: number, whole: number) => string;
  readonly moreThan: (part: number, whole: number) => string;
  readonly fewerThan: (part: number, whole: number) => string;
  readonly lessThan: (decimal: string) => string;

  readonly chosenBy: (received: number, couldChoose: number, phrase: string) => string;
  readonly chosenByNobody: (criteria: number) => string;
  readonly chosenTimes: (received: number, choosers: number, criteria: number) => string;
  readonly timesByChance: (expected: string, share: string) => string;
  readonly byChance: (share: string) => string;
  readonly soFewByChance: (share: string) => string;
  readonly notChosenBack: (given: number, answered: number) => string;
  /** What is to be expected at the rate at which the class returns choices. */
  readonly returnedInClass: (returned: number, returnable: number, share: string) => string;
  readonly notChosenBackOverRounds: (rounds: number, given: number) => string;
  readonly atClassRate: (share: string) => string;
  readonly timesOverRounds: (received: number, when: string) => string;
  readonly onlyOutside: (choosers: number) => string;
  readonly ownFall: (score: string, usual: string, rounds: number) => string;
  readonly safetyLowest: (items: number) => string;
  readonly saysBullied: string;
  readonly lowOnEnd: (scores: readonly string[]) => string;
  readonly topInNoTime: (answered: number, seconds: string) => string;
  readonly onlyByUnchosen: (choosers: number) => string;
  readonly fell: (now: number, before: number) => string;
  readonly fallByChance: (share: string) => string;
  readonly companionship: (score: string) => string;
  readonly choseNobody: string;
  /** When earlier it was: the previous round, the k before, k rounds ago, or k earlier ones with gaps. */
  readonly when: {
    readonly previous: string;
    readonly lastRounds: (count: number) => string;
    readonly roundsAgo: (count: number) => string;
    readonly earlierRounds: (count: number) => string;
  };
  readonly sameAlso: (when: string) => string;
  readonly fewAlso: (when: string) => string;
  readonly lowAlso: (when: string) => string;
  readonly mutualTies: (count: number) => string;
  readonly chosenBefore: (choosers: number) => string;

  readonly answered: (answered: number, size: number) => string;
  readonly notComputed: Readonly<Record<NotComputed, string>>;
  readonly ownAnswersOnly: string;
  readonly expectedSignals: (expected: string, found: number) => string;
  readonly atLeastAsMany: (share: string) => string;
  readonly everybodyAnswered: string;
  readonly absentCouldNot: (absent: number) => string;
  readonly absentCould: (absent: number, needed: number) => string;

  readonly couldExplain: {
    readonly isNew: string;
    readonly friendsAway: string;
    readonly friendsElsewhere: string;
    readonly misunderstood: string;
    readonly thatDay: string;
    readonly didNotWantToChoose: string;
  };
};
