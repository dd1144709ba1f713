import type { Scoped, Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { readFrozen } from './freeze-counts.ts';
import { heldForEverybody } from './publication-catalogue.ts';
import { classSummary, gradesAndSchool } from './release-spec.ts';
import { releaseBeside, releaseInScope, type ReleaseStep } from './release-step.ts';

/** Rounds of the school that have ended, and of which leadership has nothing yet: what comes last of all there is to release. */
export const roundsToRelease = async (tx: Tx, schoolId: string): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('round as r')
    .select('r.round_id')
    .where('r.school_id', '=', schoolId)
    .where('r.class_id', 'is', null)
    .where('r.ended_at', 'is not', null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('release as l')
            .select('l.release_id')
            .whereRef('l.school_id', '=', 'r.school_id')
            .whereRef('l.round_id', '=', 'r.round_id')
            .where('l.class_id', 'is', null)
            .where('l.audience', '=', gradesAndSchool.audience)
            .where('l.spec', '=', gradesAndSchool.id),
        ),
      ),
    )
    .orderBy('r.ended_at')
    .execute();
  return rows.map((row) => row.round_id);
};

/**
 * What may be seen of a round that has ended: by everybody of the school, by each class of itself, then by leadership class by
 * class, grade by grade and for the school. The few figures that most will read come first, since what one sees limits what the
 * next can.
 */
const stepsOf = async (tx: Tx, schoolId: string, roundId: string): Promise<readonly ReleaseStep[]> => {
  const { kind, name } = await tx
    .selectFrom('round')
    .select(['kind', 'name'])
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow();
  const round = { roundId, name, kind: kind === 'sociogram' ? 'sociogram' : 'wellbeing' } as const;
  const { lists } = await readFrozen(tx, schoolId, roundId);
  const classes = new Map(lists.map((row) => [row.class_id, row.class_name]));
  const each = [...classes].map(([classId, className]) => ({ classId, className }));
  return [
    { round, spec: heldForEverybody, classes: null },
    ...(round.kind === 'wellbeing' ? [{ round, spec: classSummary, classes: each }] : []),
    { round, spec: gradesAndSchool, classes: null },
  ];
};

/** Releases a round that has ended, step by step; whatever was done of it before is left as it is. */
export const releaseEndedRound = async (
  deps: Dependencies,
  scope: Scoped,
  roundId: string,
): Promise<void> => {
  const steps = await deps.db.inScope(scope, (tx) => stepsOf(tx, scope.schoolId, roundId));
  for (const step of steps) await releaseBeside(deps, scope, step);
};

/** The same in the caller's transaction. */
export const releaseEndedRoundInScope = async (
  tx: Tx,
  schoolId: string,
  roundId: string,
  now: Date,
): Promise<void> => {
  for (const step of await stepsOf(tx, schoolId, roundId)) await releaseInScope(tx, schoolId, step, now);
};
