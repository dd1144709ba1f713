import type { GiveRelation, RelationKind, LoggedAction } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { holdsAny } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import { addDays, daysBetween } from '../calendar/days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { holdersOf, keepSomebody } from './last-of-kind.ts';
import * as queries from './queries.ts';
import { overlap, relationState, startOfDay, type Period } from './relation-days.ts';

const LONGEST_SUBSTITUTE = 60;
const ofClass: ReadonlySet<RelationKind> = new Set(['contact_teacher', 'substitute']);

/**
 * Whoever takes what is about leadership is given and taken away by an administrator who does not lead: leadership could else
 * choose who hears of it (§ 12-5).
 */
const guardOwner = (actor: StaffActor, kind: RelationKind): void => {
  if (kind === 'owner' && (holdsAny(actor, ['leadership']) || !holdsAny(actor, ['administrator'])))
    throw new AppError('owner_by_administrator');
};

/** Nobody gives these to themselves, and the first of a school is confirmed by an administrator, since nobody else is there. */
const ofThoseInCharge: ReadonlySet<RelationKind> = new Set(['leadership', 'principal']);

type Grant = Pick<queries.StoredRelation, 'staffId' | 'kind' | 'classId'>;

const logChange = (
  tx: Tx,
  actor: StaffActor,
  now: Date,
  action: LoggedAction,
  { staffId, kind, classId }: Grant,
) =>
  logOpening(tx, actor, now, {
    action,
    subjectKind: 'staff',
    subjectId: staffId,
    purpose: classId === null ? kind : `${kind} ${classId}`,
  });

const periodOf = (wish: GiveRelation, now: Date): Period => {
  const today = dayOf(now);
  if (wish.fromOn < today) throw new AppError('invalid_request', ['fromOn']);
  if (wish.toOn !== undefined && wish.toOn < wish.fromOn) throw new AppError('invalid_request', ['toOn']);
  if (
    wish.kind === 'substitute' &&
    (wish.toOn === undefined || daysBetween(wish.fromOn, wish.toOn) >= LONGEST_SUBSTITUTE)
  )
    throw new AppError('substitute_period');
  return {
    fromAt: wish.fromOn === today ? now : startOfDay(wish.fromOn),
    toAt: wish.toOn === undefined ? null : startOfDay(addDays(wish.toOn, 1)),
  };
};

const classOf = async (tx: Tx, schoolId: string, wish: GiveRelation, today: string) => {
  if (ofClass.has(wish.kind) !== (wish.classId !== undefined))
    throw new AppError('invalid_request', ['classId']);
  if (wish.classId === undefined) return null;
  const classes = await queries.classesAhead(tx, schoolId, today);
  if (!classes.some(({ classId }) => classId === wish.classId)) throw new AppError('not_found');
  return wish.classId;
};

/** A school has one principal at a time, who is one of its leadership. */
const checkPrincipal = async (tx: Tx, schoolId: string, staffId: string, period: Period, now: Date) => {
  const leads = (await holdersOf(tx, schoolId, 'leadership', now)).some((one) => one.staffId === staffId);
  if (!leads) throw new AppError('principal_without_leadership');
  const others = (await holdersOf(tx, schoolId, 'principal', now)).filter((one) => one.staffId !== staffId);
  if (others.some((one) => overlap(one, period))) throw new AppError('principal_exists');
};

/**
 * Leadership gives a relation at once; an administrator proposes it, and only a school's first leadership, first
 * principal and first owner are confirmed by the administrator. Throws `owner_by_administrator`, `relation_exists`, `substitute_period`, `staff_inactive`,
 * `principal_without_leadership`, `principal_exists`, and `own_relation` for leadership that would prolong itself.
 */
export const giveRelation = (
  deps: Dependencies,
  actor: StaffActor,
  staffId: string,
  wish: GiveRelation,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const now = deps.now();
    await queries.lockAccess(tx, schoolId);
    const member = await queries.staffMember(tx, schoolId, staffId);
    if (member === undefined) throw new AppError('not_found');
    if (!member.active) throw new AppError('staff_inactive');
    const period = periodOf(wish, now);
    const { kind } = wish;
    guardOwner(actor, kind);
    const classId = await classOf(tx, schoolId, wish, dayOf(now));
    const others = (await queries.relations(tx, schoolId, staffId)).filter(
      (one) => one.kind === kind && one.classId === classId && relationState(one, now) !== 'ended',
    );
    if (others.some((one) => overlap(one, period))) throw new AppError('relation_exists');
    if (kind === 'principal') await checkPrincipal(tx, schoolId, staffId, period, now);
    const leads = holdsAny(actor, ['leadership']);
    const inCharge = ofThoseInCharge.has(kind);
    if (leads && inCharge && staffId === actor.staffId) throw new AppError('own_relation');
    const isFirst = (inCharge || kind === 'owner') && (await holdersOf(tx, schoolId, kind, now)).length === 0;
    const confirmed = leads || isFirst ? { by: actor.staffId, at: now } : null;
    await queries.insertRelation(tx, schoolId, {
      staffId,
      kind,
      classId,
      ...period,
      proposedBy: actor.staffId,
      confirmed,
    });
    if (confirmed !== null) await logChange(tx, actor, now, 'access.granted', { staffId, kind, classId });
  });

/**
 * Confirms proposals, all or none; one confirmed before stays as it is. Throws `relation_ended`, `own_relation`,
 * `principal_without_leadership`, `principal_exists`, and `staff_inactive` for somebody who has left and whom a roster still names.
 */
export const confirmRelations = (
  deps: Dependencies,
  actor: StaffActor,
  relationIds: readonly string[],
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const now = deps.now();
    await queries.lockAccess(tx, schoolId);
    const known = new Map((await queries.relations(tx, schoolId)).map((one) => [one.relationId, one]));
    for (const relationId of new Set(relationIds)) {
      const relation = known.get(relationId);
      if (relation === undefined) throw new AppError('not_found');
      const state = relationState(relation, now);
      if (state === 'ended') throw new AppError('relation_ended');
      if (state !== 'proposed') continue;
      if (relation.kind === 'owner') throw new AppError('owner_by_administrator');
      if (ofThoseInCharge.has(relation.kind) && relation.staffId === actor.staffId)
        throw new AppError('own_relation');
      if (relation.kind === 'principal') await checkPrincipal(tx, schoolId, relation.staffId, relation, now);
      const member = await queries.staffMember(tx, schoolId, relation.staffId);
      if (member?.active !== true) throw new AppError('staff_inactive');
      await queries.confirmRelation(tx, schoolId, relationId, actor.staffId, now);
      await logChange(tx, actor, now, 'access.granted', relation);
    }
  });

/** Confirms another owner beside the one there is; not by whoever proposed it. Throws `second_administrator` and `relation_ended`. */
export const confirmOwner = (deps: Dependencies, actor: StaffActor, relationId: string): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const now = deps.now();
    await queries.lockAccess(tx, schoolId);
    const relation = (await queries.relations(tx, schoolId)).find(
      (one) => one.relationId === relationId && one.kind === 'owner',
    );
    if (relation === undefined) throw new AppError('not_found');
    guardOwner(actor, 'owner');
    const state = relationState(relation, now);
    if (state === 'ended') throw new AppError('relation_ended');
    if (state !== 'proposed') return;
    if (relation.proposedBy === actor.staffId) throw new AppError('second_administrator');
    await queries.confirmRelation(tx, schoolId, relationId, actor.staffId, now);
    await logChange(tx, actor, now, 'access.granted', relation);
  });

/** Ends relations that hold or are to come, and declines proposals, in the transaction. */
export const endInScope = async (
  tx: Tx,
  actor: StaffActor,
  now: Date,
  ending: readonly queries.StoredRelation[],
): Promise<void> => {
  const open = ending.filter((one) => relationState(one, now) !== 'ended');
  for (const { kind } of open) guardOwner(actor, kind);
  await keepSomebody(tx, actor.schoolId, open, now);
  for (const relation of open) {
    await queries.endRelation(tx, actor.schoolId, relation.relationId, now);
    if (relation.confirmedAt !== null) await logChange(tx, actor, now, 'access.ended', relation);
  }
};

/** Ends a relation at once, or declines a proposal; the second time changes nothing. Throws `last_of_kind`. */
export const endRelation = (deps: Dependencies, actor: StaffActor, relationId: string): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    await queries.lockAccess(tx, actor.schoolId);
    const relation = (await queries.relations(tx, actor.schoolId)).find(
      (one) => one.relationId === relationId,
    );
    if (relation === undefined) throw new AppError('not_found');
    await endInScope(tx, actor, deps.now(), [relation]);
  });
