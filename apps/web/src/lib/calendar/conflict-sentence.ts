import type { PlanConflict, PlanRoundView } from '@samhold/contract';
import { dayAndMonth, gradesText, rangeText } from './day-texts.ts';

const rounds = (conflict: PlanConflict, count: number): string => {
  if (conflict.kind === 'wellbeing') return count === 1 ? 'trivselsundersøkelse' : 'trivselsundersøkelser';
  return count === 1 ? 'sosiogram' : 'sosiogrammer';
};

const weeks = (count: number): string => (count === 1 ? '1 skoleuke' : `${count} skoleuker`);
const within = (name: string | null): string => (name === null ? '' : ` (${name})`);

type Sentence = (conflict: PlanConflict, grades: string) => string;

const sentences: Readonly<Record<PlanConflict['code'], Sentence>> = {
  outside_year: ({ endsOn }) => `Runden er ikke ferdig når skoleåret slutter ${dayAndMonth(endsOn ?? '')}.`,
  opens_on_free_day: ({ startsOn, name }) =>
    `Runden åpner ${dayAndMonth(startsOn ?? '')}, og da har elevene fri${within(name)}.`,
  closes_on_free_day: ({ startsOn, name }) =>
    `Siste dag er ${dayAndMonth(startsOn ?? '')}, og da har elevene fri${within(name)}.`,
  first_weeks: ({ limit }) =>
    `De første ${limit ?? 2} skoleukene er satt av til å bli kjent som klasse. Legg sosiogrammet senere.`,
  during_survey: ({ name, startsOn, endsOn }, grades) =>
    `${grades} har ${name ?? 'en annen undersøkelse'} ${rangeText(startsOn ?? '', endsOn ?? '')}.`,
  survey_in_mixed_class: ({ className, name, startsOn, endsOn }) =>
    `I ${className ?? 'en klasse med flere trinn'} har noen av elevene ${name ?? 'en annen undersøkelse'} ${rangeText(startsOn ?? '', endsOn ?? '')}, og hele klassen svarer på denne runden samtidig.`,
  over_break: ({ name }) => `Runden er åpen over en ferie${within(name)}, så klassene får dagene delt i to.`,
  too_close: ({ count, limit, startsOn, ...conflict }, grades) =>
    `${grades}: bare ${weeks(count ?? 0)} siden forrige ${rounds({ ...conflict, count, limit, startsOn }, 1)}, som åpnet ${dayAndMonth(startsOn ?? '')}. Planen sier minst ${limit ?? 0}.`,
  too_far: ({ count, limit, startsOn, ...conflict }, grades) =>
    `${grades}: ${weeks(count ?? 0)} siden forrige ${rounds({ ...conflict, count, limit, startsOn }, 1)}, som åpnet ${dayAndMonth(startsOn ?? '')}. Planen sier høyst ${limit ?? 0}.`,
  together: ({ startsOn, endsOn }, grades) =>
    `${grades} har en annen runde i de samme dagene (${rangeText(startsOn ?? '', endsOn ?? '')}).`,
  no_room: (conflict, grades) =>
    `${grades}: det ble ikke plass til ${conflict.count ?? 0} ${rounds(conflict, conflict.count ?? 0)} i det som er igjen av året.`,
  fewer_rounds: (conflict, grades) =>
    `${grades} får ${conflict.count ?? 0} ${rounds(conflict, conflict.count ?? 0)}. Andre trinn får ${conflict.limit ?? 0}.`,
};

/** What stands in the way, for whom, in one or two sentences. */
export const conflictSentence = (conflict: PlanConflict): string =>
  sentences[conflict.code](conflict, gradesText(conflict));

/** Conflicts of a round are shown beside it; the others belong to the plan as a whole. */
export const isAbout = (conflict: PlanConflict, round: PlanRoundView): boolean =>
  conflict.opensOn === round.opensOn &&
  conflict.kind === round.kind &&
  conflict.fromGrade <= round.toGrade &&
  round.fromGrade <= conflict.toGrade;
