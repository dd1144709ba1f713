import { weekNumber } from '../days.ts';
import { isFor, type PlannedRound } from './planned-round.ts';

const kindNames = { wellbeing: 'Trivsel', sociogram: 'Sosiogram' } as const;

const gradeText = ({ fromGrade, toGrade }: PlannedRound): string => {
  if (fromGrade === 1 && toGrade === 7) return '';
  return fromGrade === toGrade ? `, ${fromGrade}. trinn` : `, ${fromGrade}.–${toGrade}. trinn`;
};

/** «Trivsel 2 (uke 42)», «Sosiogram 1, 5.–7. trinn (uke 38)»: the number is the round's place in the year of its lowest grade. */
export const roundName = (round: PlannedRound, all: readonly PlannedRound[]): string => {
  const before = all.filter(
    (other) => other.kind === round.kind && isFor(other, round.fromGrade) && other.opensOn < round.opensOn,
  );
  return `${kindNames[round.kind]} ${before.length + 1}${gradeText(round)} (uke ${weekNumber(round.opensOn)})`;
};

/** True for a name the plan made itself, and therefore keeps up to date. */
export const isPlanName = (name: string): boolean =>
  /^(Trivsel|Sosiogram) \d+(, \d\.(–\d\.)? trinn)? \(uke \d+\)$/.test(name);
