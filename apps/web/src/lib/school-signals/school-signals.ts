import type { SchoolSignal, SchoolSignals, SignalOpeningReason } from '@samhold/contract';
import { longDate } from '#lib/format/dates.ts';
import { counted, decimal } from '#lib/format/numbers.ts';

export const reasonWords: Readonly<Record<SignalOpeningReason, string>> = {
  meeting: 'Elevsaksmøtet skal snakke om eleven',
  waited_long: 'Tegnet har ventet lenge',
  teacher_asks: 'Kontaktlærer har bedt om hjelp',
  pupil_or_guardian: 'Eleven eller foresatte har tatt kontakt',
  case: 'Det er eller blir en sak',
};
// The keys are exactly the reasons.
export const openingReasons = Object.keys(reasonWords) as readonly SignalOpeningReason[];

export type Chosen = {
  readonly grade: number | 'all';
  readonly classId: string;
  readonly state: 'waiting' | 'confirmed' | 'all';
};

export const isWaiting = ({ state }: Pick<SchoolSignal, 'state'>): boolean =>
  state === 'new' || state === 'being_verified';

const suits = (signal: SchoolSignal, state: Chosen['state']): boolean =>
  state === 'all' || (state === 'waiting' ? isWaiting(signal) : signal.state === 'confirmed');

/** Urgent ones first, of them those nobody has looked at, of them the oldest. */
export const inOrder = (signals: readonly SchoolSignal[], chosen: Chosen): readonly SchoolSignal[] => {
  const need = (signal: SchoolSignal): number =>
    (isWaiting(signal) ? 0 : 4) +
    (signal.level === 'look-closer-soon' ? 0 : 2) +
    (signal.state === 'new' ? 0 : 1);
  return signals
    .filter(
      (signal) =>
        suits(signal, chosen.state) &&
        (chosen.grade === 'all' || signal.grade === chosen.grade) &&
        (chosen.classId === '' || signal.classId === chosen.classId),
    )
    .toSorted((a, b) => need(a) - need(b) || a.createdAt.localeCompare(b.createdAt));
};

/** «2 skoleuker», «under en skoleuke» */
export const ageWords = ({ schoolWeeks }: Pick<SchoolSignal, 'schoolWeeks'>): string =>
  schoolWeeks === 0 ? 'under en skoleuke' : counted(schoolWeeks, 'skoleuke', 'skoleuker');

const OVERDUE = 2;
export const isOverdue = ({ state, schoolWeeks }: Pick<SchoolSignal, 'state' | 'schoolWeeks'>): boolean =>
  state === 'new' && schoolWeeks >= OVERDUE;

export const remindedWords = (signal: SchoolSignal): string | null => {
  if (signal.socialTeachersToldAt !== null)
    return `Sosiallærer fikk beskjed ${longDate(signal.socialTeachersToldAt)}`;
  return signal.teachersRemindedAt === null
    ? null
    : `Kontaktlærer ble minnet på det ${longDate(signal.teachersRemindedAt)}`;
};

type Round = SchoolSignals['rounds'][number];

/** What a round gave in all classes together, against what chance alone would have given them. */
export const chanceWords = ({ found, expectedByChance, classes }: Round): string =>
  `${found === 0 ? 'Ingen tegn' : `${found} tegn`} som bygger på valg, i ${counted(classes, 'klasse', 'klasser')}. Ved ren tilfeldighet ville de gitt omtrent ${decimal(expectedByChance)}.`;
