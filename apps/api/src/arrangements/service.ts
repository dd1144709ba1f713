import type { Arrangement, NewArrangement } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import canonicalize from 'canonicalize';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { readableClass } from '../rounds/sittings.ts';
import { isFaulty, isOfClass } from './faults.ts';
import * as queries from './queries.ts';

export const openArrangements = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  rows: readonly queries.ArrangementRow[],
): Promise<Arrangement[]> => {
  const places = await queries.placesOf(
    tx,
    schoolId,
    rows.map((row) => row.arrangement_id),
  );
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(rows.map((row) => row.made_by))]);
  return rows.map((row) => ({
    arrangementId: row.arrangement_id,
    usedFrom: String(row.used_from),
    // Written by saveArrangement only.
    asked: row.asked as unknown as Arrangement['asked'],
    placed: [...(places.get(row.arrangement_id) ?? [])],
    madeBy: names.get(row.made_by) ?? '–',
    madeAt: row.made_at.toISOString(),
  }));
};

/** The arrangement, of a class whose named results the actor may read; else as if it were not there. */
export const ownArrangement = async (tx: Tx, actor: StaffActor, arrangementId: string, today: string) => {
  const row = await queries.lockArrangement(tx, actor.schoolId, arrangementId);
  if (row === undefined) throw new AppError('not_found');
  return { row, list: await readableClass(tx, actor, row.class_id, today) };
};

const content = ({ usedFrom, asked, placed }: Omit<NewArrangement, 'arrangementId'>): string | undefined =>
  canonicalize({
    usedFrom,
    asked,
    placed: placed.toSorted((a, b) => (a.pupilId < b.pupilId ? -1 : 1)),
  });

/**
 * Keeps groups or seats that are taken in use. The same one again is the same; its id with something else is refused. Refused
 * with `class_list_changed` when it is not of exactly those who are in the class today.
 */
export const saveArrangement = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
  made: NewArrangement,
): Promise<Arrangement> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const { arrangementId, usedFrom, asked, placed } = made;
    const now = deps.now();
    const list = await readableClass(tx, actor, classId, dayOf(now));
    if (isFaulty(made)) throw new AppError('invalid_request', ['placed']);
    const isNew =
      isOfClass(
        made,
        list.pupils.map((pupil) => pupil.pupilId),
      ) &&
      (await queries.insertArrangement(
        tx,
        {
          ...{ school_id: schoolId, arrangement_id: arrangementId, class_id: classId, kind: asked.kind },
          ...{ asked: JSON.stringify(asked), used_from: usedFrom, made_by: staffId, made_at: now },
        },
        placed,
      ));
    const row = await queries.lockArrangement(tx, schoolId, arrangementId);
    if (row === undefined) throw new AppError('class_list_changed');
    if (row.class_id !== classId) throw new AppError('invalid_request', ['arrangementId']);
    const [saved] = await openArrangements(tx, await sealer(), schoolId, [row]);
    if (saved === undefined) throw new AppError('not_found');
    if (!isNew && content(saved) !== content(made)) throw new AppError('invalid_request', ['arrangementId']);
    return saved;
  });

/** Takes an arrangement out of what was in use, or back again. Twice is as once. */
export const putAside = (
  deps: Dependencies,
  actor: StaffActor,
  arrangementId: string,
  aside: boolean,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const now = deps.now();
    await ownArrangement(tx, actor, arrangementId, dayOf(now));
    const by = aside ? { by: actor.staffId, at: now } : null;
    await queries.setPutAside(tx, actor.schoolId, arrangementId, by);
  });
