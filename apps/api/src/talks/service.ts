import type { PupilLabel, TalkWishList, TalkWishView } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { tellStaff } from '../notices/service.ts';
import { restrictedPupils } from '../rights/restricted.ts';
import { pupilLabels, wholeNames } from '../roster/names.ts';
import { adultsOfClass, socialTeachers } from './adults.ts';
import { mayHandleWish, mayOpenWish, seesPassedOn } from './policy.ts';
import * as queries from './wish-queries.ts';

export { adultsOfClass, socialTeachers } from './adults.ts';
export const { unopenedWishes } = queries;

/** Talks that were held stay in sight for so long. */
const HANDLED_DAYS = 30;

/**
 * Keeps a pupil's wish to talk and tells the adult at once. If the adult is not among those the class can ask any more, it
 * goes to one who is; with nobody to ask, it stays with the adult the pupil chose: a wish is never lost.
 */
export const wishToTalk = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  classId: string,
  key: queries.WishKey,
  staffId: string,
): Promise<void> => {
  const now = deps.now();
  const adults = await adultsOfClass(tx, schoolId, classId, now);
  const adult = adults.includes(staffId) ? staffId : (adults[0] ?? staffId);
  // An id that nobody at the school has ever had is no wish.
  if (!(await queries.worksHere(tx, schoolId, adult))) return;
  if (!(await queries.putWish(tx, schoolId, key, adult, now))) return;
  const roundId = await queries.roundOfSitting(tx, schoolId, key.sittingId);
  await tellStaff(tx, deps, schoolId, { kind: 'talk_wished', roundId, classId, staffIds: [adult] });
};

/** Tells the social teachers of a wish that nobody has opened. Harmless twice. */
export const passWishOn = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  key: queries.WishKey,
): Promise<void> => {
  const now = deps.now();
  if (!(await queries.passOn(tx, schoolId, key, now))) return;
  const wish = await queries.findWish(tx, schoolId, key);
  if (wish === undefined) return;
  const staffIds = (await socialTeachers(tx, schoolId, now)).filter((staffId) => staffId !== wish.staff_id);
  const about = { kind: 'talk_unopened', roundId: wish.round_id, classId: wish.class_id } as const;
  await tellStaff(tx, deps, schoolId, { ...about, staffIds });
};

/** The pupils of these wishes by label, each as in the list of the sitting. */
const labelsOfWishes = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  rows: readonly queries.WishRow[],
): Promise<ReadonlyMap<string, PupilLabel>> => {
  const labels = new Map<string, PupilLabel>();
  for (const sittingId of new Set(rows.map((row) => row.sitting_id))) {
    const list = await queries.listOfSitting(tx, schoolId, sittingId);
    for (const pupil of await pupilLabels(tx, sealer, schoolId, list))
      labels.set(`${sittingId} ${pupil.pupilId}`, pupil);
  }
  return labels;
};

const viewsOf = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  rows: readonly queries.WishRow[],
): Promise<TalkWishView[]> => {
  const { schoolId } = actor;
  const opened = rows.filter((row) => row.opened_at !== null);
  const labels = await labelsOfWishes(tx, sealer, schoolId, opened);
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(rows.map((row) => row.staff_id))]);
  return rows.map((row) => ({
    sittingId: row.sitting_id,
    pupilId: row.pupil_id,
    className: row.class_name,
    pupil: row.opened_at === null ? null : (labels.get(`${row.sitting_id} ${row.pupil_id}`) ?? null),
    adult: names.get(row.staff_id) ?? '–',
    own: row.staff_id === actor.staffId,
    wishedAt: row.wished_at.toISOString(),
    handledAt: row.handled_at?.toISOString() ?? null,
  }));
};

/** The wishes of a class, shown to its contact teacher: those asked of this very adult are opened by it. */
export const seeWishesOfClass = async (
  tx: Tx,
  actor: StaffActor,
  classId: string,
  now: Date,
): Promise<readonly queries.WishRow[]> => {
  // Whom the pupil asked sees the wish on the own list still.
  const restricted = await restrictedPupils(tx, actor.schoolId);
  const rows = (await queries.wishesOfClass(tx, actor.schoolId, classId)).filter(
    (row) => row.staff_id === actor.staffId || !restricted.has(row.pupil_id),
  );
  for (const row of rows) {
    if (row.staff_id !== actor.staffId || row.opened_at !== null) continue;
    await queries.markOpened(tx, actor.schoolId, { sittingId: row.sitting_id, pupilId: row.pupil_id }, now);
  }
  return rows;
};

/** When a pupil asked to talk with an adult, in sittings of the class, and whether they have talked. */
export const wishesOfPupil = async (tx: Tx, schoolId: string, classId: string, pupilId: string) =>
  (await queries.wishesOfClass(tx, schoolId, classId))
    .filter((row) => row.pupil_id === pupilId)
    .map((row) => ({
      ...{ wishedAt: row.wished_at, handled: row.handled_at !== null },
      ...{ staffId: row.staff_id, sittingId: row.sitting_id },
    }));

/** What pupils have asked of whoever reads, and for a social teacher what nobody has opened in time. */
export const listTalkWishes = (deps: Dependencies, actor: StaffActor): Promise<TalkWishList> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const since = new Date(now.getTime() - HANDLED_DAYS * 86_400_000);
    const { schoolId, staffId } = actor;
    const rows = await queries.wishesFor(tx, schoolId, staffId, seesPassedOn(actor), since);
    const named = rows.some((row) => row.opened_at !== null);
    if (named && !actor.trained) throw new AppError('training_missing');
    const opening = { action: 'talk-wishes.read', subjectKind: 'staff', subjectId: staffId } as const;
    if (named) await logOpening(tx, actor, now, { ...opening, purpose: 'talk' });
    return { wishes: await viewsOf(tx, await sealer(), actor, rows) };
  });

/** The wish, when `may` lets this actor; else as if it were not there. */
const wishFor = async (
  tx: Tx,
  actor: StaffActor,
  key: queries.WishKey,
  may: typeof mayHandleWish,
): Promise<queries.WishRow> => {
  const row = await queries.findWish(tx, actor.schoolId, key);
  const asked = row && {
    staffId: row.staff_id,
    passedOn: row.passed_on_at !== null,
    classId: row.class_id,
  };
  if (row === undefined || asked === undefined || !may(actor, asked)) throw new AppError('not_found');
  if (!actor.trained) throw new AppError('training_missing');
  return row;
};

/** When the pupil asked, for whoever may handle the wish; throws not_found for others. */
export const wishedAt = async (tx: Tx, actor: StaffActor, key: queries.WishKey): Promise<Date> =>
  (await wishFor(tx, actor, key, mayHandleWish)).wished_at;

/** Shows who asked. From then on somebody knows, and the wish is not passed on. */
export const openTalkWish = (
  deps: Dependencies,
  actor: StaffActor,
  key: queries.WishKey,
): Promise<TalkWishView> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const row = await wishFor(tx, actor, key, mayOpenWish);
    const opening = { action: 'talk-wish.open', subjectKind: 'pupil', subjectId: key.pupilId } as const;
    await logOpening(tx, actor, deps.now(), { ...opening, purpose: 'talk' });
    await queries.markOpened(tx, schoolId, key, deps.now());
    const [view] = await viewsOf(tx, await sealer(), actor, [{ ...row, opened_at: deps.now() }]);
    if (view === undefined) throw new AppError('not_found');
    return view;
  });

/** Said to be held, or, when somebody pressed the wrong one, still to be. That it was opened stands. */
export const markTalk = (
  deps: Dependencies,
  actor: StaffActor,
  key: queries.WishKey,
  as: 'held' | 'waiting',
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId, staffId } = actor;
    await wishFor(tx, actor, key, mayHandleWish);
    if (as === 'held') await queries.markHandled(tx, schoolId, key, staffId, deps.now());
    else await queries.markUnhandled(tx, schoolId, key);
  });
