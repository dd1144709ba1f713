import type { SchoolSealer, Tx } from '@samhold/db';
import { sql } from '@samhold/db';
import { endOfDay } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { releaseEndedRoundInScope } from '../publications/release-ended-round.ts';
import { closeInScope } from '../rounds/close.ts';
import { endRoundInScope } from '../rounds/end-round.ts';
import { issueClassCode } from '../rounds/class-code.ts';
import { markOpened } from '../rounds/open-round.ts';
import { insertRound } from '../rounds/plan.ts';
import { insertSitting } from '../rounds/sittings.ts';
import type { DemoClass, DemoRound, DemoSitting } from './generate/demo-school.ts';
import { insertResponses } from './insert-responses.ts';
import type { LoadedYear } from './load-year.ts';

export type RoundToLoad = {
  readonly round: DemoRound;
  readonly year: LoadedYear;
  readonly classes: readonly DemoClass[];
  readonly pupilIds: ReadonlyMap<string, string>;
  /** False for last year: answers are removed as retention does, figures stay. */
  readonly keepAnswers: boolean;
  readonly morning: (day: string) => Date;
};

/** What retention takes after the school year: everything that speaks of single pupils. */
export const forgetAnswers = async (tx: Tx, schoolId: string, sittingId: string): Promise<void> => {
  await tx
    .deleteFrom('network_pupils')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .execute();
  const responses = sql`(select response_id from response where school_id = ${schoolId} and sitting_id = ${sittingId})`;
  await sql`delete from nomination where school_id = ${schoolId} and response_id in ${responses}`.execute(tx);
  await sql`delete from answer where school_id = ${schoolId} and response_id in ${responses}`.execute(tx);
  await tx
    .deleteFrom('response')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .execute();
};

const loadSitting = async (
  tx: Tx,
  deps: Dependencies,
  sealer: SchoolSealer,
  schoolId: string,
  roundId: string,
  sitting: DemoSitting,
  load: RoundToLoad,
) => {
  if (sitting.state === 'not-started') return;
  const classId = load.year.classIds.get(sitting.className);
  const schoolClass = load.classes.find((candidate) => candidate.name === sitting.className);
  if (classId === undefined || schoolClass === undefined)
    throw new Error(`The demo school has no class ${sitting.className}.`);
  const heldAt = load.morning(sitting.heldOn ?? load.round.opensOn);
  const pupils = schoolClass.pupils
    .filter((pupil) => pupil.enrolledOn <= load.round.opensOn)
    .map((pupil) => ({ pupilId: load.pupilIds.get(pupil.key) ?? '', grade: pupil.grade }));
  const closesAt = endOfDay(load.round.closesOn);
  const sittingId = await insertSitting(tx, schoolId, {
    roundId,
    classId,
    pupils,
    openedAt: heldAt,
    closesAt,
  });
  await insertResponses(tx, schoolId, sittingId, sitting.responses, load.pupilIds, heldAt);
  if (sitting.state === 'open') {
    await issueClassCode(tx, deps.keyring, sealer, schoolId, sittingId);
    return;
  }
  await closeInScope(tx, schoolId, sittingId, new Date(heldAt.getTime() + 3_600_000), {
    signals: load.keepAnswers,
  });
  if (!load.keepAnswers) await forgetAnswers(tx, schoolId, sittingId);
};

/** One round with its sittings, answers and results, computed as closing computes them. */
export const loadRound = async (
  tx: Tx,
  deps: Dependencies,
  sealer: SchoolSealer,
  schoolId: string,
  load: RoundToLoad,
): Promise<void> => {
  const { round } = load;
  const roundId = await insertRound(tx, schoolId, {
    kind: round.kind,
    name: round.name,
    opensOn: round.opensOn,
    closesOn: round.closesOn,
    yearId: load.year.yearId,
  });
  // It opened as the clock opens rounds; the story says which classes have begun.
  if (round.sittings.some((sitting) => sitting.state !== 'not-started'))
    await markOpened(tx, schoolId, roundId, load.morning(round.opensOn));
  for (const sitting of round.sittings) await loadSitting(tx, deps, sealer, schoolId, roundId, sitting, load);
  const ended = round.sittings.every((sitting) => sitting.state === 'closed');
  if (!ended) return;
  const endedAt = new Date(`${round.closesOn}T14:00:00Z`);
  await endRoundInScope(tx, schoolId, roundId, endedAt);
  await releaseEndedRoundInScope(tx, schoolId, roundId, endedAt);
};
