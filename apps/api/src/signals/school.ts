import type { ClassSignals, Signal } from '@samhold/analysis';
import type { OpenSignal, SchoolSignals, SignalState, SignalView } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { holdsAny } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import { schoolDaysBetween } from '../calendar/school-days.ts';
import { wholeCalendar } from '../calendar/whole-calendar.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { hiddenPupilIds } from '../people/hidden-pupils.ts';
import * as queries from './school-queries.ts';
import { signalOfClass } from './service.ts';

const SCHOOL_WEEK = 5;

/** Hidden pupils are their own class's and the principal's (P8). */
const hiddenFrom = async (tx: Tx, actor: StaffActor): Promise<ReadonlySet<string>> =>
  holdsAny(actor, ['principal']) ? new Set() : hiddenPupilIds(tx, actor.schoolId);

type Row = Awaited<ReturnType<typeof queries.signalsOfSchool>>[number];

/** Written by storeSignals only. */
const signalOf = (row: Row): Signal => row.evidence as unknown as Signal;

const againstChance = (
  rows: readonly Row[],
  summaries: Awaited<ReturnType<typeof queries.summariesOfSchool>>,
): SchoolSignals['rounds'] => {
  const found = Map.groupBy(
    rows.filter((row) => signalOf(row).restsOnChoices),
    (row) => row.sitting_id,
  );
  const computed = summaries.flatMap((row) => {
    // Written by storeSignals only.
    const { chance } = row.figures as unknown as ClassSignals;
    return chance === null ? [] : [{ ...row, expected: chance.expected }];
  });
  return [...Map.groupBy(computed, (row) => row.round_id)].map(([roundId, sittings]) => ({
    roundId,
    roundName: sittings[0]?.round_name ?? '',
    classes: sittings.length,
    found: sittings.reduce((sum, one) => sum + (found.get(one.sitting_id)?.length ?? 0), 0),
    expectedByChance: sittings.reduce((sum, one) => sum + one.expected, 0),
  }));
};

/** The signals of the school, without whom they are about, and each round against what chance gives. */
export const readSchoolSignals = (deps: Dependencies, actor: StaffActor): Promise<SchoolSignals> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const now = deps.now();
    const hidden = await hiddenFrom(tx, actor);
    const rows = (await queries.signalsOfSchool(tx, schoolId)).filter((row) => !hidden.has(row.pupil_id));
    const calendar = await wholeCalendar(tx, schoolId);
    const told = await queries.remindersOf(tx, schoolId);
    const reminded = (kind: string, row: Row): string | null =>
      told
        .find((one) => one.kind === kind && one.class_id === row.class_id && one.round_id === row.round_id)
        ?.made_at?.toISOString() ?? null;
    await logOpening(tx, actor, now, {
      action: 'school-signals.read',
      subjectKind: 'school',
      subjectId: schoolId,
      purpose: "follow up the school's signals",
    });
    return {
      rounds: againstChance(rows, await queries.summariesOfSchool(tx, schoolId)),
      signals: rows.map((row) => ({
        signalId: row.signal_id,
        classId: row.class_id,
        className: row.class_name,
        grade: row.grade,
        roundName: row.round_name,
        level: signalOf(row).level,
        // The column's check constraint allows exactly these.
        state: row.state as SignalState,
        createdAt: row.created_at.toISOString(),
        schoolWeeks: Math.floor(schoolDaysBetween(calendar, dayOf(row.created_at), dayOf(now)) / SCHOOL_WEEK),
        teachersRemindedAt: reminded('signals_wait', row),
        socialTeachersToldAt: reminded('signals_wait_long', row),
      })),
    };
  });

/** Opens whom a signal of the school is about and what it rests on, for a reason that is logged. */
export const openSignal = (
  deps: Dependencies,
  actor: StaffActor,
  signalId: string,
  { reason }: OpenSignal,
): Promise<SignalView> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const hidden = await hiddenFrom(tx, actor);
    const row = (await queries.signalsOfSchool(tx, actor.schoolId)).find((one) => one.signal_id === signalId);
    if (row === undefined || hidden.has(row.pupil_id)) throw new AppError('not_found');
    await logOpening(tx, actor, deps.now(), {
      action: 'signal.opened',
      subjectKind: 'signal',
      subjectId: signalId,
      purpose: `follow up the school's signals: ${reason}`,
    });
    return signalOfClass(tx, await sealer(), actor.schoolId, row.class_id, signalId, dayOf(deps.now()));
  });
