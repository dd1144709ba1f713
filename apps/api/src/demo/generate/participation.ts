import { addSchoolDays, type SchoolCalendar } from '../../calendar/school-days.ts';
import type { SittingState } from './demo-school.ts';
import type { PlannedRound } from './plan-rounds.ts';
import type { RandomStream } from './random-stream.ts';
import { classesDone, classLowParticipation, classNotStarted, lowParticipationStep } from './storyline.ts';

export type Participation = {
  readonly state: SittingState;
  readonly heldOn: string | null;
  readonly absent: readonly number[];
  readonly answering: readonly number[];
};

const shareAnswered = { low: [0.46, 0.56], partWay: [0.25, 0.85] } as const;

const between = ([from, to]: readonly [number, number], random: RandomStream): number =>
  from + (to - from) * random.uniform();

function sittingState(className: string, round: PlannedRound): SittingState {
  if (!round.openNow || classesDone.includes(className)) return 'closed';
  return className === classNotStarted ? 'not-started' : 'open';
}

/**
 * Who of a class sits down in a round: 2–8 % are absent and, but for the classes of the story and those part-way, the
 * rest answer. Members in `certain` are never absent and answer first.
 */
export function participation(
  className: string,
  round: PlannedRound,
  present: readonly number[],
  certain: ReadonlySet<number>,
  calendar: SchoolCalendar,
  random: RandomStream,
): Participation {
  const state = sittingState(className, round);
  if (state === 'not-started') return { state, heldOn: null, absent: [], answering: [] };
  const latestDay = round.openNow ? 2 : 4;
  const heldOn = addSchoolDays(calendar, round.opensOn, random.below(latestDay + 1));
  const absentCount = Math.min(1 + random.below(2), Math.max(1, Math.floor(0.08 * present.length)));
  const others = random.shuffled(present.filter((i) => !certain.has(i)));
  const absent = others.slice(0, absentCount);
  const here = [...present.filter((i) => certain.has(i)), ...others.slice(absentCount)];
  const low =
    className === classLowParticipation && round.year === 'this' && round.step === lowParticipationStep;
  const share = low
    ? between(shareAnswered.low, random)
    : state === 'open'
      ? between(shareAnswered.partWay, random)
      : 1;
  const answering = share === 1 ? here : here.slice(0, Math.round(share * present.length));
  const listOrder = (a: number, b: number): number => a - b;
  return { state, heldOn, absent: absent.toSorted(listOrder), answering: answering.toSorted(listOrder) };
}
