import type { CaseEffect, EffectReason, PupilLabel } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { CasePeople } from '../cases/policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { peopleOfCases } from '../meetings/point-facts.ts';
import { hiddenPupilIds } from '../people/hidden-pupils.ts';
import { pupilLabels } from '../roster/names.ts';
import { classList, classOfPupil } from '../roster/service.ts';
import { beforeAndAfter } from './before-and-after.ts';
import { maySeeEffect } from './policy.ts';

type Concerned = {
  readonly classId: string;
  readonly className: string;
  readonly pupils: readonly PupilLabel[];
};

const measuresOf = async (tx: Tx, schoolId: string, caseId: string) => {
  const rows = await tx
    .selectFrom('case_measure')
    .select(['measure_id', 'plan_entry', 'level', 'class_id', 'what', 'from_on', 'to_on', 'ended_on'])
    .where('school_id', '=', schoolId)
    .where('case_id', '=', caseId)
    .orderBy('from_on')
    .orderBy('measure_id')
    .execute();
  const newest = Math.max(0, ...rows.map((row) => row.plan_entry));
  return rows.filter((row) => row.plan_entry === newest);
};

const concernedIds = async (tx: Tx, schoolId: string, caseId: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('case_pupil')
      .select('pupil_id')
      .where('school_id', '=', schoolId)
      .where('case_id', '=', caseId)
      .where('part', '=', 'concerned')
      .where('removed_at', 'is', null)
      .execute()
  ).map((row) => row.pupil_id);

/** Those the case is about by the class they are in today, of the classes whose answers the actor may see. */
const concernedByClass = async (
  tx: Tx,
  actor: StaffActor,
  people: CasePeople,
  labels: readonly PupilLabel[],
  classIds: readonly string[],
  today: string,
): Promise<readonly Concerned[]> => {
  const { schoolId } = actor;
  const inClass = new Map<string, PupilLabel[]>(classIds.map((classId) => [classId, []]));
  for (const label of labels) {
    const classId = await classOfPupil(tx, schoolId, label.pupilId, today);
    if (classId !== undefined) inClass.set(classId, [...(inClass.get(classId) ?? []), label]);
  }
  const found: Concerned[] = [];
  for (const [classId, pupils] of inClass) {
    const list = await classList(tx, schoolId, classId, today);
    if (list !== undefined && maySeeEffect(actor, people, classId))
      found.push({ classId, className: list.name, pupils });
  }
  return found;
};

/** Before and after the measures of the newest plan of a case. A case one may not open, and answers one may not see, are not there. */
export const readCaseEffect = (
  deps: Dependencies,
  actor: StaffActor,
  caseId: string,
  reason: EffectReason,
): Promise<CaseEffect> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const people = (await peopleOfCases(tx, schoolId, [caseId], now)).get(caseId);
    const measures = await measuresOf(tx, schoolId, caseId);
    const hidden = await hiddenPupilIds(tx, schoolId);
    const school = await sealer();
    const labels = (await pupilLabels(tx, school, schoolId, await concernedIds(tx, schoolId, caseId))).map(
      (pupil) => (hidden.has(pupil.pupilId) ? { ...pupil, label: 'En elev' } : pupil),
    );
    const classes =
      people === undefined
        ? []
        : await concernedByClass(
            tx,
            actor,
            people,
            labels,
            measures.flatMap((row) => row.class_id ?? []),
            dayOf(now),
          );
    if (classes.length === 0) throw new AppError('not_found');
    for (const { pupilId } of classes.flatMap(({ pupils }) => pupils))
      await logOpening(tx, actor, now, {
        action: 'case-effect.read',
        subjectKind: 'pupil',
        subjectId: pupilId,
        purpose: `see before and after the measures of a case: ${reason}`,
      });
    const shown: CaseEffect['measures'] = [];
    for (const row of measures) {
      const effects = [];
      for (const { classId, className, pupils } of classes) {
        const forClass = row.class_id === classId;
        if (!forClass && pupils.length === 0) continue;
        const ended = row.ended_on ?? row.to_on;
        const asked = { classId, fromOn: String(row.from_on), toOn: String(ended), pupils, forClass };
        effects.push({ className, effect: await beforeAndAfter(tx, schoolId, asked) });
      }
      shown.push({
        measureId: row.measure_id,
        what: school.open(row.what, { table: 'case_measure', column: 'what', row: row.measure_id }),
        // The column's check constraint allows exactly these.
        level: row.level as CaseEffect['measures'][number]['level'],
        effects,
      });
    }
    return { caseId, measures: shown };
  });
