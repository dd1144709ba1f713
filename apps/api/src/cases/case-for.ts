import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { AppError } from '../errors.ts';
import type { CaseFacts } from './duties.ts';
import { factsOf, peopleOf } from './facts.ts';
import { mayOpenCase, type CasePeople } from './policy.ts';
import * as queries from './queries.ts';

export type FoundCase = { readonly row: queries.CaseRow; readonly people: CasePeople };

/**
 * A case this actor may open. One that is not there, and one that is not theirs or about themselves, are answered alike, by the
 * same queries.
 */
export const caseFor = async (
  tx: Tx,
  actor: StaffActor,
  caseId: string,
  now: Date,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<FoundCase> => {
  if (!actor.trained) throw new AppError('training_missing');
  const { schoolId } = actor;
  const row = await (lock ? queries.lockCase : queries.caseById)(tx, schoolId, caseId);
  const staff = await queries.staffOfCase(tx, schoolId, caseId);
  const people = peopleOf(row, staff, await queries.leadershipTimes(tx, schoolId), now);
  if (row === undefined || !mayOpenCase(actor, people)) throw new AppError('not_found');
  return { row, people };
};

/** What the duties of a case are computed from, with the cases it is bound to. */
export const readFacts = async (
  tx: Tx,
  schoolId: string,
  { row, people }: FoundCase,
): Promise<{ readonly facts: CaseFacts; readonly others: readonly queries.CaseRow[] }> => {
  const others = await queries.relatedCases(tx, schoolId, row);
  const pupils = await queries.pupilsOfCases(tx, schoolId, [row.case_id]);
  const lines = await queries.entryLines(tx, schoolId, [row.case_id, ...others.map((one) => one.case_id)]);
  return { facts: factsOf(row, people, pupils, others, lines), others };
};

/** A case held until the transaction ends, for what the clock does in it. */
export const heldCase = async (
  tx: Tx,
  schoolId: string,
  caseId: string,
  now: Date,
): Promise<FoundCase | undefined> => {
  const row = await queries.lockCase(tx, schoolId, caseId);
  if (row === undefined) return undefined;
  const staff = await queries.staffOfCase(tx, schoolId, caseId);
  return { row, people: peopleOf(row, staff, await queries.leadershipTimes(tx, schoolId), now) };
};

/** Whom a case is about or involves now. */
export const pupilsNow = async (tx: Tx, schoolId: string, caseId: string): Promise<readonly string[]> =>
  (await queries.pupilsOfCases(tx, schoolId, [caseId]))
    .filter(({ removed_at: removedAt }) => removedAt === null)
    .map(({ pupil_id: pupilId }) => pupilId);
