import type { Tx } from '@samhold/db';
import { keepDayHeads } from '../access-log/day-heads.ts';
import { deleteDueCase, dueCases } from '../case-documents/delete-cases.ts';
import { remindOfEvaluations } from '../cases/remind-of-evaluations.ts';
import type { SchoolCalendar } from '../calendar/school-days.ts';
import { readCalendar } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { missingGrounds } from '../grounds/service.ts';
import { dueInvestigations, runInvestigation } from '../investigations/clock.ts';
import { sendDueMail } from '../notices/send-mail.ts';
import { tellClasses } from '../notices/service.ts';
import { releaseEndedRound, roundsToRelease } from '../publications/release-ended-round.ts';
import { discardOldImports } from '../roster/import/stored-imports.ts';
import { withdrawSpentCodes } from '../rounds/class-code.ts';
import { closeInScope } from '../rounds/close.ts';
import { endRoundOnce } from '../rounds/end-round.ts';
import { handBack, handOver } from '../rounds/hand-over.ts';
import { classesThatWillAnswer, openRoundInScope } from '../rounds/open-round.ts';
import { tellPupilsMissing, tellResultsReady } from '../rounds/tell.ts';
import { openSittings, roundsNotEnded } from '../rounds/waiting.ts';
import { remindOfSignals } from '../signals/remind.ts';
import { unjudgedSignals } from '../signals/unjudged.ts';
import { passWishOn, unopenedWishes } from '../talks/service.ts';
import { dueSteps, type DueStep } from './due-steps.ts';

/** What is stored of the school's rounds and of wishes to talk, judged at this moment. */
const readDue = (deps: Dependencies, schoolId: string): Promise<readonly DueStep[]> =>
  deps.db.inScope({ schoolId }, async (tx) => {
    const rounds = await roundsNotEnded(tx, schoolId);
    const sittings = await openSittings(tx, schoolId);
    const wishes = await unopenedWishes(tx, schoolId);
    const signals = await unjudgedSignals(tx, schoolId, deps.now());
    const calendars = new Map<string, SchoolCalendar>();
    const prepared = new Map<string, boolean>();
    const years = [...rounds, ...sittings, ...wishes].map((row) => row.school_year_id);
    for (const yearId of [...years, ...signals.map((waiting) => waiting.yearId)]) {
      if (calendars.has(yearId)) continue;
      calendars.set(yearId, await readCalendar(tx, schoolId, yearId));
      prepared.set(yearId, (await missingGrounds(tx, schoolId, yearId)).length === 0);
    }
    return dueSteps(
      rounds.map((round) => ({
        roundId: round.round_id,
        yearId: round.school_year_id,
        opensOn: String(round.opens_on),
        closesOn: String(round.closes_on),
        opened: round.opened_at !== null,
        started: round.started,
        prepared: prepared.get(round.school_year_id) ?? false,
      })),
      sittings.map((sitting) => ({
        sittingId: sitting.sitting_id,
        yearId: sitting.school_year_id,
        openedAt: sitting.opened_at,
        closesAt: sitting.closes_at,
        pupilsMissing: sitting.pupils_missing,
      })),
      calendars,
      deps.now(),
      wishes.map((wish) => ({
        sittingId: wish.sitting_id,
        pupilId: wish.pupil_id,
        yearId: wish.school_year_id,
        wishedAt: wish.wished_at,
      })),
      signals,
    );
  });

type StepOf<K extends DueStep['kind']> = Extract<DueStep, { readonly kind: K }>;
type Does<K extends DueStep['kind']> = (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  step: StepOf<K>,
) => Promise<void>;

/** Each finds by the row it locks whether the step has been done meanwhile; then it does nothing. */
const does: { readonly [K in DueStep['kind']]: Does<K> } = {
  close_sitting: async (tx, deps, schoolId, { sittingId }) => {
    if (await closeInScope(tx, schoolId, sittingId, deps.now()))
      await tellResultsReady(tx, deps, schoolId, sittingId);
  },
  end_round: async (tx, deps, schoolId, { roundId }) => {
    for (const sittingId of await endRoundOnce(tx, schoolId, roundId, deps.now()))
      await tellResultsReady(tx, deps, schoolId, sittingId);
  },
  open_round: async (tx, deps, schoolId, { roundId }) => {
    const classIds = await openRoundInScope(tx, schoolId, roundId, deps.now());
    if (classIds !== undefined)
      await tellClasses(tx, deps, schoolId, { kind: 'round_opened', roundId, classIds });
  },
  tell_opens_soon: async (tx, deps, schoolId, { roundId }) => {
    const classIds = await classesThatWillAnswer(tx, schoolId, roundId, deps.now());
    await tellClasses(tx, deps, schoolId, { kind: 'round_opens_soon', roundId, classIds });
  },
  tell_pupils_missing: (tx, deps, schoolId, { sittingId }) =>
    tellPupilsMissing(tx, deps, schoolId, sittingId),
  pass_wish_on: (tx, deps, schoolId, wish) => passWishOn(tx, deps, schoolId, wish),
  remind_of_signals: (tx, deps, schoolId, about) => remindOfSignals(tx, deps, schoolId, about),
};

const run = (deps: Dependencies, schoolId: string, step: DueStep): Promise<void> =>
  deps.db.inScope({ schoolId }, (tx) =>
    // The table has for each kind a handler of that kind; the compiler cannot see that both are one.
    (does[step.kind] as Does<DueStep['kind']>)(tx, deps, schoolId, step),
  );

/**
 * Does what the clock owes one school, each step in a transaction of its own. A step that fails does not keep the others
 * from being done; the first failure is thrown at the end.
 */
export const runSchool = async (deps: Dependencies, schoolId: string): Promise<void> => {
  const failures: unknown[] = [];
  const attempt = (work: () => Promise<void>): Promise<void> =>
    work().catch((error: unknown) => {
      failures.push(error);
    });
  for (const step of await readDue(deps, schoolId)) await attempt(() => run(deps, schoolId, step));
  await attempt(async () => {
    for (const id of await deps.db.inScope({ schoolId }, (tx) => roundsToRelease(tx, schoolId)))
      await attempt(() => releaseEndedRound(deps, { schoolId }, id));
  });
  for (const putAway of [withdrawSpentCodes, discardOldImports])
    await attempt(() => deps.db.inScope({ schoolId }, (tx) => putAway(tx, schoolId, deps.now())));
  for (const passOn of [handOver, handBack, remindOfEvaluations, sendDueMail])
    await attempt(() => deps.db.inScope({ schoolId }, (tx) => passOn(tx, deps, schoolId)));
  await attempt(async () => {
    for (const id of await deps.db.inScope({ schoolId }, (tx) => dueInvestigations(tx, schoolId, deps.now())))
      await attempt(() =>
        deps.db.inScope({ schoolId }, async (tx, sealer) =>
          runInvestigation(tx, await sealer(), schoolId, id, deps.now()),
        ),
      );
  });
  await attempt(() => keepDayHeads(deps, schoolId));
  await attempt(async () => {
    for (const id of await deps.db.inScope({ schoolId }, (tx) => dueCases(tx, schoolId, deps.now())))
      await attempt(() => deps.db.inScope({ schoolId }, (tx) => deleteDueCase(tx, schoolId, id, deps.now())));
  });
  if (failures.length > 0) throw failures[0];
};
