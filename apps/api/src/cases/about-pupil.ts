import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { ownCases } from './own-cases.ts';
import { mayCarryCase } from './policy.ts';
import * as queries from './queries.ts';

/** The cases this pupil is or was part of that the actor carries. */
export const carriedAbout = async (
  tx: Tx,
  actor: StaffActor,
  pupilId: string,
  now: Date,
): Promise<readonly string[]> => {
  const { own } = await ownCases(tx, actor, now);
  const carried = own.filter(({ people }) => mayCarryCase(actor, people)).map(({ row }) => row.case_id);
  const pupils = await queries.pupilsOfCases(tx, actor.schoolId, carried);
  const about = new Set(pupils.filter((one) => one.pupil_id === pupilId).map((one) => one.case_id));
  return carried.filter((caseId) => about.has(caseId));
};
