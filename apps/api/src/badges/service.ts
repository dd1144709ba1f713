import { randomUUID } from 'node:crypto';
import type { ClassBadges } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { mayReadNamedResults } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { badgeSheet } from '../documents/badge-sheet.ts';
import { AppError } from '../errors.ts';
import { boundSince } from '../pupil-identities/service.ts';
import { pupilLabels } from '../roster/names.ts';
import { classList, classOfPupil } from '../roster/service.ts';
import { schoolName } from '../school/service.ts';
import * as queries from './queries.ts';
import {
  badgeAddress,
  badgeCodeHash,
  badgeHash,
  newBadgeCode,
  newBadgeToken,
  printedBadgeCode,
} from './token.ts';

/** The class and its list today, for its contact teacher; else as if it were not there. */
const ownClass = async (tx: Tx, deps: Dependencies, actor: StaffActor, classId: string | undefined) => {
  const list =
    classId !== undefined && mayReadNamedResults(actor, classId)
      ? await classList(tx, actor.schoolId, classId, dayOf(deps.now()))
      : undefined;
  if (list === undefined) throw new AppError('not_found');
  return list;
};

type OwnClass = Awaited<ReturnType<typeof ownClass>>;

const idsOf = (list: OwnClass): readonly string[] => list.pupils.map((pupil) => pupil.pupilId);

const badgesOfList = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  list: OwnClass,
): Promise<ClassBadges> => {
  const made = new Map(
    (await queries.badgesOf(tx, schoolId, idsOf(list))).map((badge) => [badge.pupil_id, badge.made_at]),
  );
  const bound = await boundSince(tx, schoolId, idsOf(list));
  return {
    className: list.name,
    badges: (await pupilLabels(tx, sealer, schoolId, idsOf(list))).map((pupil) => ({
      pupil,
      madeAt: made.get(pupil.pupilId)?.toISOString() ?? null,
      accountSince: bound.get(pupil.pupilId)?.toISOString() ?? null,
    })),
  };
};

export const readBadges = (deps: Dependencies, actor: StaffActor, classId: string): Promise<ClassBadges> =>
  deps.db.inScope(actor, async (tx, sealer) =>
    badgesOfList(tx, await sealer(), actor.schoolId, await ownClass(tx, deps, actor, classId)),
  );

/** Makes new badges for these pupils of the class, in place of the ones they had, and the sheet to print. */
const print = async (
  tx: Tx,
  sealer: SchoolSealer,
  deps: Dependencies,
  actor: StaffActor,
  list: OwnClass,
  wanted: ReadonlySet<string>,
  origin: string,
): Promise<Buffer> => {
  const { schoolId } = actor;
  // Labels are made over the whole list, so that they say the same on paper as on the screen.
  const labels = (await pupilLabels(tx, sealer, schoolId, idsOf(list))).filter(({ pupilId }) =>
    wanted.has(pupilId),
  );
  const now = deps.now();
  const made = labels.map((pupil) => ({
    ...pupil,
    badgeId: randomUUID(),
    token: newBadgeToken(),
    code: newBadgeCode(),
  }));
  await queries.revokeBadges(tx, schoolId, [...wanted], now);
  await queries.insertBadges(
    tx,
    schoolId,
    made.map(({ badgeId, pupilId, token, code }) => ({
      badgeId,
      pupilId,
      hash: badgeHash(deps.keyring, token),
      codeHash: badgeCodeHash(deps.keyring, code),
    })),
    now,
  );
  await logOpening(tx, actor, now, {
    action: 'badges.print',
    subjectKind: 'class',
    subjectId: list.classId,
    purpose: 'print badges',
  });
  return badgeSheet({
    schoolName: await schoolName(tx, schoolId),
    className: list.name,
    badges: made.map(({ label, token, code }) => ({
      label,
      address: badgeAddress(origin, token),
      code: printedBadgeCode(code),
    })),
  });
};

/** Badges for the whole class, or for those without one. Throws `badges_made` when nobody is without. */
export const printClassBadges = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
  renew: 'missing' | 'all',
  origin: string,
): Promise<Buffer> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const list = await ownClass(tx, deps, actor, classId);
    if (list.pupils.length === 0) throw new AppError('class_without_pupils');
    await queries.lockPupils(tx, actor.schoolId, idsOf(list));
    const wanted = new Set(idsOf(list));
    if (renew === 'missing') {
      for (const badge of await queries.badgesOf(tx, actor.schoolId, idsOf(list)))
        wanted.delete(badge.pupil_id);
      if (wanted.size === 0) throw new AppError('badges_made');
    }
    return print(tx, await sealer(), deps, actor, list, wanted, origin);
  });

const classOf = async (tx: Tx, deps: Dependencies, actor: StaffActor, pupilId: string) =>
  ownClass(tx, deps, actor, await classOfPupil(tx, actor.schoolId, pupilId, dayOf(deps.now())));

/** A new badge for one pupil; the one before stops working. */
export const printPupilBadge = (
  deps: Dependencies,
  actor: StaffActor,
  pupilId: string,
  origin: string,
): Promise<Buffer> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const list = await classOf(tx, deps, actor, pupilId);
    await queries.lockPupils(tx, actor.schoolId, [pupilId]);
    return print(tx, await sealer(), deps, actor, list, new Set([pupilId]), origin);
  });

/** The pupil's badge stops working; twice is as once. */
export const revokePupilBadge = (
  deps: Dependencies,
  actor: StaffActor,
  pupilId: string,
): Promise<ClassBadges> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const list = await classOf(tx, deps, actor, pupilId);
    await queries.lockPupils(tx, actor.schoolId, [pupilId]);
    await queries.revokeBadges(tx, actor.schoolId, [pupilId], deps.now());
    return badgesOfList(tx, await sealer(), actor.schoolId, list);
  });
