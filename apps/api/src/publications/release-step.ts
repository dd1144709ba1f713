import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Scoped, Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { makeRelease, type MadeRelease } from './make-release.ts';
import { ofClass } from './part-of-document.ts';
import { lockReleases, releaseIdsOfRound } from './queries.ts';
import type { ReleaseSpec } from './release-spec.ts';
import { readTask, type ReleasedRound, type ReleaseTask } from './release-task.ts';
import { storeAudit, storeRelease } from './store-release.ts';

export type OwnClass = { readonly classId: string; readonly className: string };

/** One kind of release of a round: one of the whole round, or one of each of these classes with the proof in common. */
export type ReleaseStep = {
  readonly round: ReleasedRound;
  readonly spec: ReleaseSpec;
  readonly classes: readonly OwnClass[] | null;
};

type Waiting = {
  readonly task: ReleaseTask;
  readonly classes: readonly OwnClass[] | null;
  /** How many releases there were of the round, to whomever. */
  readonly seen: number;
};

/** What is not released yet of a step; undefined when all is. */
const readStep = async (
  tx: Tx,
  schoolId: string,
  { round, spec, classes }: ReleaseStep,
): Promise<Waiting | undefined> => {
  // Counted before anything is read, so that whatever comes between two readings is told when it is stored.
  const seen = (await releaseIdsOfRound(tx, schoolId, round.roundId)).length;
  const stored = await tx
    .selectFrom('release')
    .select('class_id')
    .where('school_id', '=', schoolId)
    .where('round_id', '=', round.roundId)
    .where('audience', '=', spec.audience)
    .where('spec', '=', spec.id)
    .execute();
  const has = (classId: string | null): boolean => stored.some((row) => row.class_id === classId);
  const waiting = classes?.filter(({ classId }) => !has(classId)) ?? null;
  if (waiting === null ? has(null) : waiting.length === 0) return undefined;
  const names = waiting?.map(({ className }) => className) ?? null;
  return { task: await readTask(tx, schoolId, round, spec, names), classes: waiting, seen };
};

/** Stores it unless something else has been released of the round since it was read; whether it did. */
const storeStep = async (
  tx: Tx,
  schoolId: string,
  { task: { round, spec }, classes, seen }: Waiting,
  { document, audit }: MadeRelease,
  now: Date,
): Promise<boolean> => {
  await lockReleases(tx, schoolId, round.roundId);
  if ((await releaseIdsOfRound(tx, schoolId, round.roundId)).length !== seen) return false;
  const auditId = await storeAudit(tx, schoolId, audit, now);
  const of = { roundId: round.roundId, spec, auditId };
  if (classes === null) await storeRelease(tx, schoolId, { ...of, classId: null }, document, now);
  for (const { classId, className } of classes ?? [])
    await storeRelease(tx, schoolId, { ...of, classId }, ofClass(document, className), now);
  return true;
};

/** Makes a release where the caller is: for one class, and where a whole school is loaded at once. */
export const releaseInScope = async (
  tx: Tx,
  schoolId: string,
  step: ReleaseStep,
  now: Date,
): Promise<void> => {
  await lockReleases(tx, schoolId, step.round.roundId);
  const waiting = await readStep(tx, schoolId, step);
  if (waiting === undefined) return;
  await storeStep(tx, schoolId, waiting, await makeRelease(waiting.task, () => nextTurn()), now);
};

/** Makes a release with no transaction open while it is worked out. Harmless twice, and at the same time as another. */
export const releaseBeside = async (deps: Dependencies, scope: Scoped, step: ReleaseStep): Promise<void> => {
  const { schoolId } = scope;
  // It is made anew when another release came first. There is an end to those.
  for (;;) {
    const waiting = await deps.db.inScope(scope, (tx) => readStep(tx, schoolId, step));
    if (waiting === undefined) return;
    const made = await makeRelease(waiting.task, () => nextTurn());
    if (await deps.db.inScope(scope, (tx) => storeStep(tx, schoolId, waiting, made, deps.now()))) return;
  }
};
