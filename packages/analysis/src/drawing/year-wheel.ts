import { arc } from 'd3-shape';

/** A year as a circle: its first day at the top, and on clockwise. Days are yyyy-mm-dd. */
export type YearWheel = { readonly first: string; readonly days: number };

export type Ring = { readonly inner: number; readonly outer: number };

const DAY = 86_400_000;
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The twelve months from the one a year begins in. */
export const yearWheel = (startsOn: string): YearWheel => {
  const first = `${startsOn.slice(0, 7)}-01`;
  const next = `${Number(first.slice(0, 4)) + 1}${first.slice(4)}`;
  return { first, days: Math.round((noon(next) - noon(first)) / DAY) };
};

/** Radians from the top, clockwise, of the beginning of a day. */
export const angleOf = ({ first, days }: YearWheel, day: string): number =>
  ((noon(day) - noon(first)) / DAY / days) * 2 * Math.PI;

/** The day under a point, whose origin is the middle of the wheel and whose y grows downwards. */
export const dayUnder = ({ first, days }: YearWheel, x: number, y: number): string => {
  const turn = (Math.atan2(x, -y) / (2 * Math.PI) + 1) % 1;
  return dayOf(noon(first) + Math.min(days - 1, Math.floor(turn * days)) * DAY);
};

/** An SVG path over whole days, first and last included, cut to the year. */
export const daysPath = (
  wheel: YearWheel,
  days: { readonly startsOn: string; readonly endsOn: string },
  { inner, outer }: Ring,
): string => {
  const from = Math.max(0, angleOf(wheel, days.startsOn));
  const to = Math.min(2 * Math.PI, angleOf(wheel, days.endsOn) + (2 * Math.PI) / wheel.days);
  return (
    arc()({
      innerRadius: inner,
      outerRadius: outer,
      startAngle: from,
      endAngle: Math.max(from, to),
    }) ?? ''
  );
};

/** Where the middle of a stretch of days lies on a circle. */
export const middleOf = (
  wheel: YearWheel,
  days: { readonly startsOn: string; readonly endsOn: string },
  radius: number,
): { readonly x: number; readonly y: number } => {
  const day = Math.PI / wheel.days;
  const angle = (angleOf(wheel, days.startsOn) + angleOf(wheel, days.endsOn)) / 2 + day;
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
};

/** The months of the wheel in order, with their first and last days. */
export const monthsOf = ({
  first,
}: YearWheel): readonly { readonly month: string; readonly startsOn: string; readonly endsOn: string }[] =>
  Array.from({ length: 12 }, (_, at) => {
    const place = Number(first.slice(5, 7)) - 1 + at;
    const year = Number(first.slice(0, 4));
    const startsOn = new Date(Date.UTC(year, place, 1, 12)).toISOString().slice(0, 10);
    const endsOn = new Date(Date.UTC(year, place + 1, 0, 12)).toISOString().slice(0, 10);
    return { month: startsOn.slice(0, 7), startsOn, endsOn };
  });

/**
 * Puts stretches of days in as few lanes as there are at once, each in the first lane with room, `apart` days between two of a
 * lane. The lanes of the stretches, in the order they are given.
 */
export const lanesOf = (
  stretches: readonly { readonly startsOn: string; readonly endsOn: string }[],
  apart = 0,
): readonly number[] => {
  const ends: number[] = [];
  const lanes = new Map<number, number>();
  const inTurn = stretches
    .map((stretch, at) => ({ ...stretch, at }))
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn) || a.at - b.at);
  for (const { startsOn, endsOn, at } of inTurn) {
    const free = ends.findIndex((end) => noon(startsOn) - end > apart * DAY);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = noon(endsOn);
    lanes.set(at, lane);
  }
  return stretches.map((_, at) => lanes.get(at) ?? 0);
};
