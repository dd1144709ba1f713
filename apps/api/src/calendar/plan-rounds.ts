import type { PlanDraft, PlanDraftRound, PlanRoundView, RoundPlan, SavePlan } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { insertRound } from '../rounds/plan.ts';
import {
  changePlannedRound,
  holdRoundsOfYear,
  removePlannedRound,
  roundOfSchool,
  roundsOfYear,
  type RoundOfYear,
} from '../rounds/planned-rounds.ts';
import { addDays, later } from './days.ts';
import { heldYear } from './periods.ts';
import { inPlanOrder, planRounds } from './plan/plan-rounds.ts';
import { isFor, SCHOOL_DAYS_OPEN, GRADES } from './plan/planned-round.ts';
import { isPlanName, roundName } from './plan/round-names.ts';
import * as queries from './queries.ts';
import { addSchoolDays, isSchoolDay, schoolDaysBetween, type SchoolCalendar } from './school-days.ts';
import { chosenYear, isOpened, planView, savedPlan, versionOf, viewOf, yearOfPlan } from './view.ts';

type YearOfPlan = Awaited<ReturnType<typeof yearOfPlan>>;

const proposal = (year: YearOfPlan, rounds: readonly RoundOfYear[], from: string) => {
  const opened = rounds.map(viewOf).filter(isOpened);
  const proposed = planRounds(year.calendar, year.periods, {
    from,
    opened,
    mixedClasses: year.mixedClasses,
  });
  const all = [
    ...opened,
    ...proposed.rounds.map((round): PlanRoundView => ({ ...round, roundId: null, state: 'planned' })),
  ];
  return { all: all.toSorted(inPlanOrder), conflicts: [...proposed.conflicts] };
};

/** A proposal beside what has opened; nothing is stored. */
export const proposePlan = (
  deps: Dependencies,
  actor: StaffActor,
  wished: { readonly schoolYearId?: string; readonly from?: string },
): Promise<RoundPlan> =>
  deps.db.inScope(actor, async (tx) => {
    const today = dayOf(deps.now());
    const current = chosenYear(await queries.yearsOf(tx, actor.schoolId), today);
    const yearId = wished.schoolYearId ?? current?.yearId;
    if (yearId === undefined) throw new AppError('not_found');
    const year = await yearOfPlan(tx, actor.schoolId, yearId);
    const rounds = await roundsOfYear(tx, actor.schoolId, yearId);
    const { all, conflicts } = proposal(year, rounds, later(today, wished.from ?? today));
    return planView(year, versionOf(rounds), all, conflicts);
  });

/** Stores the proposal for what is left of a year after a day, for a school that leaves all to the rules. */
export const planRestOfYear = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
  after: string,
): Promise<void> => {
  const year = await yearOfPlan(tx, schoolId, yearId);
  const rounds = await holdRoundsOfYear(tx, schoolId, yearId);
  await store(tx, schoolId, yearId, rounds, proposal(year, rounds, addDays(after, 1)).all);
};

/** The last day of a round: its own when it still gives the classes their days, else five school days after it opens. */
const closingOf = (
  calendar: SchoolCalendar,
  draft: PlanDraftRound,
  before: RoundOfYear | undefined,
): string => {
  const kept =
    before?.opensOn === draft.opensOn &&
    isSchoolDay(calendar, before.closesOn) &&
    schoolDaysBetween(calendar, before.opensOn, before.closesOn) >= SCHOOL_DAYS_OPEN;
  return kept ? before.closesOn : addSchoolDays(calendar, draft.opensOn, SCHOOL_DAYS_OPEN);
};

/** The whole plan as it would be: what has opened, and the drafts with their last days and names. */
const drafted = (
  calendar: SchoolCalendar,
  rounds: readonly RoundOfYear[],
  drafts: readonly PlanDraftRound[],
): readonly PlanRoundView[] => {
  const planned = new Map(rounds.filter((round) => !isOpened(round)).map((round) => [round.roundId, round]));
  const unnamed = drafts.map((draft) => {
    const before = draft.roundId === null ? undefined : planned.get(draft.roundId);
    if (draft.roundId !== null && before === undefined) throw new AppError('not_found');
    if (draft.fromGrade > draft.toGrade) throw new AppError('invalid_request', ['toGrade']);
    const { kind, fromGrade, toGrade, opensOn } = draft;
    const closesOn = closingOf(calendar, draft, before);
    const name = draft.name ?? before?.name ?? '';
    return {
      roundId: draft.roundId,
      kind,
      fromGrade,
      toGrade,
      opensOn,
      closesOn,
      name,
      state: 'planned' as const,
    };
  });
  const all = [...rounds.filter(isOpened).map(viewOf), ...unnamed];
  const ownName = (round: PlanRoundView) => isOpened(round) || (round.name !== '' && !isPlanName(round.name));
  return all
    .map((round) => (ownName(round) ? round : { ...round, name: roundName(round, all) }))
    .toSorted(inPlanOrder);
};

/** Throws for what no plan may hold: days outside the year, without school or past, and two rounds of a kind at once. */
const refuse = (
  calendar: SchoolCalendar,
  all: readonly PlanRoundView[],
  rounds: readonly RoundOfYear[],
  today: string,
): void => {
  for (const round of all.filter((one) => !isOpened(one))) {
    const unmoved = rounds.some(
      ({ roundId, opensOn }) => roundId === round.roundId && opensOn === round.opensOn,
    );
    if (round.opensOn < calendar.startsOn || round.closesOn > calendar.endsOn)
      throw new AppError('round_outside_year', [round.opensOn]);
    if (!isSchoolDay(calendar, round.opensOn)) throw new AppError('not_a_school_day', [round.opensOn]);
    if (round.opensOn < today && !unmoved) throw new AppError('round_in_the_past', [round.opensOn]);
    const clash = all.find(
      (other) =>
        other !== round &&
        other.kind === round.kind &&
        other.state !== 'ended' &&
        other.opensOn <= round.closesOn &&
        round.opensOn <= other.closesOn &&
        GRADES.some((grade) => isFor(other, grade) && isFor(round, grade)),
    );
    if (clash !== undefined) throw new AppError('round_overlaps', [round.name, clash.name]);
  }
};

/** What a draft would come to; nothing is stored, and nothing refused but what is not there. */
export const checkPlan = (deps: Dependencies, actor: StaffActor, draft: PlanDraft): Promise<RoundPlan> =>
  deps.db.inScope(actor, async (tx) => {
    const year = await yearOfPlan(tx, actor.schoolId, draft.schoolYearId);
    const rounds = await roundsOfYear(tx, actor.schoolId, draft.schoolYearId);
    return planView(year, versionOf(rounds), drafted(year.calendar, rounds, draft.rounds));
  });

const store = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
  rounds: readonly RoundOfYear[],
  all: readonly PlanRoundView[],
): Promise<void> => {
  const kept = new Set(all.map((round) => round.roundId));
  for (const round of rounds) {
    if (!isOpened(round) && !kept.has(round.roundId)) await removePlannedRound(tx, schoolId, round.roundId);
  }
  for (const { roundId, ...round } of all.filter((one) => !isOpened(one))) {
    if (roundId === null) await insertRound(tx, schoolId, { ...round, yearId });
    else await changePlannedRound(tx, schoolId, { ...round, roundId, yearId });
  }
};

/** Makes the rounds not opened yet those of the draft. Throws plan_changed when a round is not as it was when the draft began. */
export const savePlan = (deps: Dependencies, actor: StaffActor, draft: SavePlan): Promise<RoundPlan> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    await heldYear(tx, schoolId, draft.schoolYearId);
    const year = await yearOfPlan(tx, schoolId, draft.schoolYearId);
    const rounds = await holdRoundsOfYear(tx, schoolId, draft.schoolYearId);
    if (versionOf(rounds) !== draft.version) throw new AppError('plan_changed');
    const all = drafted(year.calendar, rounds, draft.rounds);
    refuse(year.calendar, all, rounds, dayOf(deps.now()));
    await store(tx, schoolId, year.yearId, rounds, all);
    return savedPlan(tx, schoolId, year);
  });

/** Changes one round that has not opened, and with it the names of the others. */
const changeOne = (
  deps: Dependencies,
  actor: StaffActor,
  roundId: string,
  change: (drafts: readonly PlanDraftRound[]) => readonly PlanDraftRound[],
): Promise<RoundPlan> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const { yearId } = await roundOfSchool(tx, schoolId, roundId);
    await heldYear(tx, schoolId, yearId);
    const year = await yearOfPlan(tx, schoolId, yearId);
    const rounds = await holdRoundsOfYear(tx, schoolId, yearId);
    const planned = rounds.filter((round) => !isOpened(round));
    if (!planned.some((round) => round.roundId === roundId)) throw new AppError('round_already_open');
    const all = drafted(year.calendar, rounds, change(planned));
    const moved = all.filter((round) => isOpened(round) || round.roundId === roundId);
    refuse(year.calendar, moved, rounds, dayOf(deps.now()));
    await store(tx, schoolId, yearId, rounds, all);
    return savedPlan(tx, schoolId, year);
  });

export const moveRound = (
  deps: Dependencies,
  actor: StaffActor,
  roundId: string,
  opensOn: string,
): Promise<RoundPlan> =>
  changeOne(deps, actor, roundId, (drafts) =>
    drafts.map((draft) => (draft.roundId === roundId ? { ...draft, opensOn } : draft)),
  );

export const removeRound = (deps: Dependencies, actor: StaffActor, roundId: string): Promise<RoundPlan> =>
  changeOne(deps, actor, roundId, (drafts) => drafts.filter((draft) => draft.roundId !== roundId));
