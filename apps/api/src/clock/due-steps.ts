import { daysBetween } from '../calendar/days.ts';
import { addSchoolDays, type SchoolCalendar } from '../calendar/school-days.ts';
import { dayOf, endOfDay } from '../calendar-days.ts';
import { morningHasCome } from './oslo-time.ts';
import { signalReminders, type SignalReminder, type WaitingSignals } from './signal-reminders.ts';

/** A round of the whole school that has not ended. Days are yyyy-mm-dd. */
export type WaitingRound = {
  readonly roundId: string;
  readonly yearId: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly opened: boolean;
  /** Somebody has answered or could: at least one class has a sitting. */
  readonly started: boolean;
  /** Purpose, information letter and DPIA are recorded for the year. */
  readonly prepared: boolean;
};

/** A sitting that is open, of a round of the school or of the class's own. */
export type OpenSitting = {
  readonly sittingId: string;
  readonly yearId: string;
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly pupilsMissing: boolean;
};

/** A pupil's wish to talk that nobody has opened. */
export type WaitingWish = {
  readonly sittingId: string;
  readonly pupilId: string;
  readonly yearId: string;
  readonly wishedAt: Date;
};

export type DueStep =
  | { readonly kind: 'close_sitting'; readonly sittingId: string }
  | { readonly kind: 'end_round'; readonly roundId: string }
  | { readonly kind: 'open_round'; readonly roundId: string }
  | { readonly kind: 'tell_opens_soon'; readonly roundId: string }
  | { readonly kind: 'tell_pupils_missing'; readonly sittingId: string }
  | { readonly kind: 'pass_wish_on'; readonly sittingId: string; readonly pupilId: string }
  | SignalReminder;

export type Calendars = ReadonlyMap<string, SchoolCalendar>;

const REMIND_SCHOOL_DAYS_BEFORE = 2;
const OPEN_WISH_SCHOOL_DAYS = 2;

const ofSitting = (sitting: OpenSitting, calendars: Calendars, now: Date): readonly DueStep[] => {
  const { sittingId } = sitting;
  if (sitting.closesAt <= now) return [{ kind: 'close_sitting', sittingId }];
  const calendar = calendars.get(sitting.yearId);
  if (calendar === undefined || !sitting.pupilsMissing) return [];
  const remindOn = addSchoolDays(calendar, dayOf(sitting.closesAt), -REMIND_SCHOOL_DAYS_BEFORE);
  // A class that began that late has just begun.
  const begunBefore = dayOf(sitting.openedAt) < remindOn;
  return begunBefore && morningHasCome(remindOn, now) ? [{ kind: 'tell_pupils_missing', sittingId }] : [];
};

const ofRound = (round: WaitingRound, calendars: Calendars, now: Date): readonly DueStep[] => {
  const { roundId, opened, started } = round;
  // Over when its last day is. One that never opened has nothing to end; leadership sees that it waits.
  if (dayOf(now) > round.closesOn) return opened || started ? [{ kind: 'end_round', roundId }] : [];
  // Late on its last day there is no time left to answer.
  if (opened || !round.prepared || now >= endOfDay(round.closesOn)) return [];
  if (morningHasCome(round.opensOn, now)) return [{ kind: 'open_round', roundId }];
  const calendar = calendars.get(round.yearId);
  const dayBefore = calendar === undefined ? undefined : addSchoolDays(calendar, round.opensOn, -1);
  return dayBefore !== undefined && morningHasCome(dayBefore, now)
    ? [{ kind: 'tell_opens_soon', roundId }]
    : [];
};

/** At the same hour two school days after the pupil asked. */
const ofWish = (wish: WaitingWish, calendars: Calendars, now: Date): readonly DueStep[] => {
  const { sittingId, pupilId, wishedAt } = wish;
  const calendar = calendars.get(wish.yearId);
  if (calendar === undefined) return [];
  const day = dayOf(wishedAt);
  const days = daysBetween(day, addSchoolDays(calendar, day, OPEN_WISH_SCHOOL_DAYS));
  const due = wishedAt.getTime() + days * 86_400_000;
  return now.getTime() >= due ? [{ kind: 'pass_wish_on', sittingId, pupilId }] : [];
};

/** What ends comes before what begins, so that a class is free for the next round of the same kind. */
const ORDER: readonly DueStep['kind'][] = [
  'pass_wish_on',
  'close_sitting',
  'end_round',
  'open_round',
  'tell_opens_soon',
  'tell_pupils_missing',
  'remind_of_signals',
];

/**
 * What the clock owes a school at the moment `now`, judged by what is stored, in the order to do it. How long ago it was
 * last asked makes no difference: what was missed is due, unless its time is over.
 */
export const dueSteps = (
  rounds: readonly WaitingRound[],
  sittings: readonly OpenSitting[],
  calendars: Calendars,
  now: Date,
  wishes: readonly WaitingWish[] = [],
  signals: readonly WaitingSignals[] = [],
): readonly DueStep[] =>
  [
    ...sittings.flatMap((sitting) => ofSitting(sitting, calendars, now)),
    ...wishes.flatMap((wish) => ofWish(wish, calendars, now)),
    ...signals.flatMap((waiting) => signalReminders(waiting, calendars, now)),
    ...rounds.flatMap((round) => ofRound(round, calendars, now)),
  ].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
