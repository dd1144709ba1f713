import type { RoundKind } from '@samhold/contract';
import type { Period } from '../queries.ts';

/** A round as the plan sees it: for whom and when. */
export type PlannedRound = {
  readonly kind: RoundKind;
  readonly fromGrade: number;
  readonly toGrade: number;
  readonly opensOn: string;
  readonly closesOn: string;
};

export type PlanPeriod = Pick<Period, 'kind' | 'name' | 'startsOn' | 'endsOn' | 'fromGrade' | 'toGrade'>;

export const GRADES: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

export const roundKinds: readonly RoundKind[] = ['wellbeing', 'sociogram'];

/** A sitting closes five school days after the round opened. */
export const SCHOOL_DAYS_OPEN = 5;

/** School weeks at the start that the plan gives to building the class: never a sociogram, and no round is proposed in them. */
export const WEEKS_OF_CLASS_BUILDING = 2;

/** School weeks from one round to the next of its kind; outside them the plan names a conflict. */
export const distanceBounds: Readonly<Record<RoundKind, { readonly least: number; readonly most: number }>> =
  {
    wellbeing: { least: 4, most: 8 },
    sociogram: { least: 8, most: 22 },
  };

export const isFor = (range: { readonly fromGrade: number; readonly toGrade: number }, grade: number) =>
  range.fromGrade <= grade && grade <= range.toGrade;

type Days = { readonly startsOn: string; readonly endsOn: string };

export const overlaps = (round: Pick<PlannedRound, 'opensOn' | 'closesOn'>, days: Days): boolean =>
  round.opensOn <= days.endsOn && days.startsOn <= round.closesOn;

/** A class with pupils of several grades. It answers together, in the rounds of its lowest grade. */
export type MixedClass = { readonly name: string; readonly grades: readonly number[] };

/** Surveys other than the school's own that a grade takes part in. */
export const surveysOf = (periods: readonly PlanPeriod[], grade: number): readonly PlanPeriod[] =>
  periods.filter((period) => period.kind !== 'free' && isFor(period, grade));
