import type { ClassMeasure, ClassMeasures, EndMeasure, MeasureEffect, NewMeasure } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { beforeAndAfter } from '../effect/before-and-after.ts';
import { AppError } from '../errors.ts';
import { pupilLabels } from '../roster/names.ts';
import { readableClass } from '../rounds/sittings.ts';
import * as queries from './queries.ts';

const whatPlace = (measureId: string) =>
  ({ table: 'class_measure', column: 'what', row: measureId }) as const;

/** The class, and its pupils by label with everybody a measure was for, also those who have left. */
const classWithLabels = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  classId: string,
  rows: readonly queries.MeasureRow[],
  now: Date,
) => {
  const list = await readableClass(tx, actor, classId, dayOf(now));
  const concerned = await queries.pupilsOf(
    tx,
    actor.schoolId,
    rows.map((row) => row.measure_id),
  );
  const listed = new Set(list.pupils.map(({ pupilId }) => pupilId));
  const labels = await pupilLabels(tx, sealer, actor.schoolId, [
    ...new Set([...listed, ...concerned.map((row) => row.pupil_id)]),
  ]);
  const measures = rows.map((row): ClassMeasure => {
    const own = new Set(
      concerned.filter((one) => one.measure_id === row.measure_id).map((one) => one.pupil_id),
    );
    return {
      measureId: row.measure_id,
      // The column's check constraint allows exactly these.
      kind: row.kind as ClassMeasure['kind'],
      what: sealer.open(row.what, whatPlace(row.measure_id)),
      arrangementId: row.arrangement_id,
      fromOn: String(row.from_on),
      toOn: row.to_on === null ? null : String(row.to_on),
      pupils: labels.filter(({ pupilId }) => own.has(pupilId)),
      revision: row.revision,
    };
  });
  return { list, measures, pupils: labels.filter(({ pupilId }) => listed.has(pupilId)) };
};

const inScope = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  classId: string,
  now: Date,
): Promise<ClassMeasures> => {
  const rows = await queries.measuresOfClass(tx, actor.schoolId, classId);
  const { list, measures, pupils } = await classWithLabels(tx, sealer, actor, classId, rows, now);
  const known = new Set(measures.map(({ arrangementId }) => arrangementId));
  const arrangements = await queries.arrangementsOf(tx, actor.schoolId, classId);
  return {
    ...{ classId, className: list.name, measures, pupils: [...pupils] },
    arrangements: arrangements
      .filter((row) => !known.has(row.arrangement_id))
      .map((row) => ({
        arrangementId: row.arrangement_id,
        // The column's check constraint allows exactly these.
        kind: row.kind as 'groups' | 'seating',
        usedFrom: String(row.used_from),
      })),
  };
};

/** What the class does and did, newest first, for its own contact teacher. */
export const readClassMeasures = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
): Promise<ClassMeasures> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const found = await inScope(tx, await sealer(), actor, classId, now);
    await logOpening(tx, actor, now, {
      action: 'class-measures.read',
      subjectKind: 'class',
      subjectId: classId,
      purpose: 'follow the measures of the class',
    });
    return found;
  });

const inOrder = (fromOn: string, toOn: string | null): void => {
  if (toOn !== null && toOn < fromOn) throw new AppError('days_not_in_order');
};

/** Starts a measure. The same id again is the same measure. */
export const startMeasure = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
  { measureId, kind, what, arrangementId, fromOn, toOn, pupilIds }: NewMeasure,
): Promise<ClassMeasures> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const school = await sealer();
    const list = await readableClass(tx, actor, classId, dayOf(now));
    inOrder(fromOn, toOn);
    const listed = new Set(list.pupils.map(({ pupilId }) => pupilId));
    const arrangements = await queries.arrangementsOf(tx, schoolId, classId);
    const isKnown = arrangements.some((row) => row.arrangement_id === arrangementId);
    if (!pupilIds.every((pupilId) => listed.has(pupilId))) throw new AppError('class_list_changed');
    if (arrangementId !== null && !isKnown) throw new AppError('not_found');
    const row = {
      ...{ school_id: schoolId, measure_id: measureId, class_id: classId, kind },
      what: school.seal(what.trim(), whatPlace(measureId)),
      ...{ arrangement_id: arrangementId, from_on: fromOn, to_on: toOn },
      ...{ started_by: staffId, started_at: now },
    };
    if (!(await queries.insertMeasure(tx, row, pupilIds))) {
      const before = await queries.lockMeasure(tx, schoolId, measureId);
      if (before?.class_id !== classId) throw new AppError('text_changed');
    }
    return inScope(tx, school, actor, classId, now);
  });

const ownMeasure = async (tx: Tx, sealer: SchoolSealer, actor: StaffActor, measureId: string, now: Date) => {
  const row = await queries.lockMeasure(tx, actor.schoolId, measureId);
  if (row === undefined) throw new AppError('not_found');
  const { list, measures } = await classWithLabels(tx, sealer, actor, row.class_id, [row], now);
  const [measure] = measures;
  if (measure === undefined) throw new AppError('not_found');
  return { list, measure };
};

/** Says when a measure ends, or that it goes on. Over an older revision it is refused with `text_changed`. */
export const endMeasure = (
  deps: Dependencies,
  actor: StaffActor,
  measureId: string,
  { revision, toOn }: EndMeasure,
): Promise<ClassMeasures> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const school = await sealer();
    const { list, measure } = await ownMeasure(tx, school, actor, measureId, now);
    inOrder(measure.fromOn, toOn);
    if (measure.toOn !== toOn) {
      if (measure.revision !== revision) throw new AppError('text_changed');
      await queries.setEnd(tx, actor.schoolId, measureId, toOn, revision + 1);
    }
    return inScope(tx, school, actor, list.classId, now);
  });

/** What was answered before and after a measure, for the contact teacher of the class. */
export const readMeasureEffect = (
  deps: Dependencies,
  actor: StaffActor,
  measureId: string,
): Promise<MeasureEffect> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const { list, measure } = await ownMeasure(tx, await sealer(), actor, measureId, now);
    await logOpening(tx, actor, now, {
      action: 'measure-effect.read',
      subjectKind: 'class',
      subjectId: list.classId,
      purpose: 'see before and after a measure of the class',
    });
    const { fromOn, toOn, pupils } = measure;
    const asked = { classId: list.classId, fromOn, toOn, pupils, forClass: pupils.length === 0 };
    return {
      ...{ classId: list.classId, className: list.name, measure },
      effect: await beforeAndAfter(tx, actor.schoolId, asked),
    };
  });

/** What a class does or did for this pupil in particular. The caller has asked who may. */
export const measuresForPupil = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  classId: string,
  pupilId: string,
): Promise<readonly Pick<ClassMeasure, 'measureId' | 'kind' | 'what' | 'fromOn' | 'toOn'>[]> =>
  (await queries.measuresForPupil(tx, schoolId, classId, pupilId)).map((row) => ({
    measureId: row.measure_id,
    // The column's check constraint allows exactly these.
    kind: row.kind as ClassMeasure['kind'],
    what: sealer.open(row.what, whatPlace(row.measure_id)),
    fromOn: String(row.from_on),
    toOn: row.to_on === null ? null : String(row.to_on),
  }));
