import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { holdsAny } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import { AppError } from '../errors.ts';
import { pupilsKnownTo, withNames, type Listed } from '../incidents/find-pupils.ts';
import { hiddenPupilIds } from '../people/hidden-pupils.ts';

const NO_CLASS = '';

/** Every pupil there is something of, with today's class or none; hidden ones are the principal's (P8). */
export const everyPupilOf = async (tx: Tx, actor: StaffActor, now: Date): Promise<readonly Listed[]> => {
  const { schoolId } = actor;
  const listed = await pupilsKnownTo(tx, actor, dayOf(now));
  const seen = new Set(listed.map((one) => one.pupilId));
  const hidden = holdsAny(actor, ['principal']) ? new Set<string>() : await hiddenPupilIds(tx, schoolId);
  const all = await tx.selectFrom('pupil').select('pupil_id').where('school_id', '=', schoolId).execute();
  return [
    ...listed,
    ...all
      .map((row) => row.pupil_id)
      .filter((id) => !seen.has(id) && !hidden.has(id))
      .map((pupilId) => ({ pupilId, classId: NO_CLASS, className: NO_CLASS })),
  ].filter((one) => !hidden.has(one.pupilId));
};

/** One of them by name. Throws not_found for one who is not there and for one who is not this person's to see. */
export const knownPupil = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  pupilId: string,
  now: Date,
) => {
  const listed = (await everyPupilOf(tx, actor, now)).filter((one) => one.pupilId === pupilId);
  const [named] = await withNames(tx, sealer, actor.schoolId, listed);
  if (named === undefined) throw new AppError('not_found');
  return { ...named, onList: named.className !== NO_CLASS };
};
