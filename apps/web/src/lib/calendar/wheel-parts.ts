import {
  daysPath,
  lanesOf,
  middleOf,
  monthsOf,
  yearWheel,
  type Ring,
  type YearWheel,
} from '@samhold/analysis';
import type { Occurrence, PeriodKind, YearEntry } from '@samhold/contract';
import { addDays, daysBetween, weekday, weekNumber } from './day-texts.ts';
import type { DraftRound } from './plan-draft.svelte.ts';
import { isHabit, itemKey, type Entry } from './year-months.ts';

/** Half the side of the drawing, and where things lie in it, from the outside in. */
export const HALF = 250;
const rings = {
  months: { inner: 226, outer: 248 },
  weeks: { inner: 202, outer: 224 },
  surveys: { inner: 191, outer: 199 },
  wellbeing: { inner: 160, outer: 188 },
  sociogram: { inner: 129, outer: 157 },
} as const satisfies Readonly<Record<string, Ring>>;
const FIRST_LANE = 119;
const LANE = 11;
const HABIT = 62;

const monthNames = ['jan', 'feb', 'mars', 'april', 'mai', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'des'];

type Days = { readonly startsOn: string; readonly endsOn: string };
type Point = { readonly x: number; readonly y: number };

export type RoundPart = {
  readonly round: DraftRound;
  readonly path: string;
  readonly ring: Ring;
};
export type EntryPart = {
  readonly key: string;
  readonly entry: YearEntry;
  readonly occurrence: Occurrence;
  readonly habit: boolean;
  /** One day is a dot, weeks are a band. */
  readonly dot: Point | null;
  readonly band: string | null;
};

/** The ring of a kind cut in as many lanes as rounds of it, for other grades, are open at once. */
const roundParts = (wheel: YearWheel, rounds: readonly DraftRound[]): readonly RoundPart[] =>
  (['wellbeing', 'sociogram'] as const).flatMap((kind) => {
    const own = rounds.filter((round) => round.kind === kind);
    const lanes = lanesOf(own.map(daysOf));
    const width = (rings[kind].outer - rings[kind].inner) / Math.max(1, ...lanes.map((lane) => lane + 1));
    return own.map((round, at) => {
      const outer = rings[kind].outer - (lanes[at] ?? 0) * width;
      const ring = { inner: outer - width + 1, outer };
      return { round, ring, path: daysPath(wheel, daysOf(round), ring) };
    });
  });

export const daysOf = ({ opensOn, closesOn }: Pick<DraftRound, 'opensOn' | 'closesOn'>): Days => ({
  startsOn: opensOn,
  endsOn: closesOn,
});

const entryParts = (wheel: YearWheel, items: readonly Entry[]): readonly EntryPart[] => {
  const shown = items.flatMap((item) =>
    item.what === 'occurrence' && item.occurrence.state !== 'taken_out' ? [item] : [],
  );
  const events = shown.filter(({ entry }) => !isHabit(entry));
  // So far apart that two dots do not touch in the innermost lane.
  const lanes = lanesOf(
    events.map(({ occurrence }) => occurrence),
    6,
  );
  const lane = new Map(events.map((item, at) => [itemKey(item), lanes[at] ?? 0]));
  const habits = [...new Set(shown.filter(({ entry }) => isHabit(entry)).map(({ entry }) => entry.entryId))];
  return shown.map((item) => {
    const { entry, occurrence } = item;
    const habit = isHabit(entry);
    const radius = habit
      ? HABIT - habits.indexOf(entry.entryId) * 6
      : Math.max(HABIT + 8, FIRST_LANE - (lane.get(itemKey(item)) ?? 0) * LANE);
    const weeks = entry.weeksLong > 0;
    return {
      key: itemKey(item),
      entry,
      occurrence,
      habit,
      dot: weeks ? null : middleOf(wheel, occurrence, radius),
      band: weeks ? daysPath(wheel, occurrence, { inner: radius - 3.5, outer: radius + 3.5 }) : null,
    };
  });
};

/** Everything that is drawn of a year; the drawing adds only looks. */
export const wheelParts = (startsOn: string, items: readonly Entry[]) => {
  const wheel = yearWheel(startsOn);
  const rounds = items.flatMap((item) => (item.what === 'round' ? [item.round] : []));
  const periods = items.flatMap((item) => (item.what === 'period' ? [item.period] : []));
  const bandOf = (kind: PeriodKind): Ring => (kind === 'free' ? rings.weeks : rings.surveys);
  const firstMonday = addDays(wheel.first, (8 - weekday(wheel.first)) % 7);
  return {
    wheel,
    rings,
    months: monthsOf(wheel).map(({ month, ...days }) => ({
      month,
      name: monthNames[Number(month.slice(5)) - 1] ?? '',
      path: daysPath(wheel, days, rings.months),
      text: middleOf(wheel, days, 237),
    })),
    weeks: Array.from({ length: 52 }, (_, at) => addDays(firstMonday, 7 * at)).map((monday) => ({
      monday,
      number: weekNumber(monday),
      text: middleOf(wheel, { startsOn: monday, endsOn: addDays(monday, 4) }, 213),
    })),
    periods: periods.map((period) => ({ period, path: daysPath(wheel, period, bandOf(period.kind)) })),
    rounds: roundParts(wheel, rounds),
    entries: entryParts(wheel, items),
  };
};

export type WheelParts = ReturnType<typeof wheelParts>;

/** A round held over the day under a point, so many weeks from where it was taken; the same weekday. */
export const heldOn = (opensOn: string, takenOn: string, under: string): string => {
  return addDays(opensOn, 7 * Math.round(daysBetween(takenOn, under) / 7));
};

/** A line from the middle outwards, on a day. */
export const todayLine = (wheel: YearWheel, day: string): { readonly from: Point; readonly to: Point } => ({
  from: middleOf(wheel, { startsOn: day, endsOn: day }, 44),
  to: middleOf(wheel, { startsOn: day, endsOn: day }, 224),
});
