import type { CaseList } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import { wholeCalendar } from '../calendar/whole-calendar.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { nextDuty } from './duty-line.ts';
import { factsOf } from './facts.ts';
import { ownCases } from './own-cases.ts';
import { kindsToStart } from './policy.ts';
import * as queries from './queries.ts';
import { standingOf } from './standing.ts';
import { byUrgency } from './urgency.ts';

/** The cases this actor may open, the most urgent first. What is not theirs is neither listed nor counted. */
export const listCases = (deps: Dependencies, actor: StaffActor): Promise<CaseList> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    if (!actor.trained) throw new AppError('training_missing');
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const { own, all } = await ownCases(tx, actor, now);
    if (own.length === 0) return { cases: [], opens: kindsToStart(actor) };
    const ids = own.map(({ row }) => row.case_id);
    const pupils = await queries.pupilsOfCases(tx, schoolId, ids);
    const lines = await queries.entryLines(
      tx,
      schoolId,
      all.map((row) => row.case_id),
    );
    const around = {
      sealer: await sealer(),
      calendar: await wholeCalendar(tx, schoolId),
      classNames: await queries.classNames(tx, schoolId),
      activeStaff: await queries.activeStaff(tx, schoolId),
      today: dayOf(now),
    };
    const named = [
      ...pupils.map((one) => one.pupil_id),
      ...own.flatMap(({ people }) => people.staff.map((one) => one.staffId)),
    ];
    const names = await wholeNames(tx, around.sealer, schoolId, named);
    await logOpening(tx, actor, now, {
      ...{ action: 'cases.read', subjectKind: 'school', subjectId: schoolId },
      purpose: 'look over the cases',
    });
    const cases = own.map(({ row, people }) => {
      const facts = factsOf(row, people, pupils, all, lines);
      const responsible = people.staff.find(({ part }) => part === 'responsible');
      const ofCase = lines.filter((line) => line.case_id === row.case_id);
      return {
        ...standingOf(row, people, ofCase, around),
        pupils: pupils
          .filter((one) => one.case_id === row.case_id && one.part === 'concerned' && one.removed_at === null)
          .map((one) => ({ pupilId: one.pupil_id, label: names.get(one.pupil_id) ?? '–' })),
        responsible: responsible === undefined ? null : (names.get(responsible.staffId) ?? '–'),
        takesPart: people.staff.some((one) => one.staffId === staffId),
        next: nextDuty(facts),
      };
    });
    return { cases: cases.toSorted(byUrgency), opens: kindsToStart(actor) };
  });
