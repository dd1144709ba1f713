import type { Checklist, RoundKind } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import { schoolYears } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { missingGrounds } from '../grounds/service.ts';
import { accountStates } from '../local-accounts/service.ts';
import * as queries from './queries.ts';
import { stepsOf } from './steps.ts';

/** What is left before the first round of this year, or the next, can open: read from what is stored, never ticked off. */
export const readChecklist = (deps: Dependencies, actor: StaffActor): Promise<Checklist> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const today = dayOf(now);
    const year = (await schoolYears(tx, schoolId)).findLast(({ endsOn }) => endsOn >= today);
    const yearId = year?.yearId;
    // Before the first day of school, the lists as they will be on it.
    const day = year !== undefined && year.startsOn > today ? year.startsOn : today;
    const ahead = yearId === undefined ? [] : await queries.roundsAhead(tx, schoolId, yearId, today);
    const roundPlanned = yearId !== undefined && (await queries.roundsOfYear(tx, schoolId, yearId)) > 0;
    // Whoever has an account here needs no provider to go on.
    const ownAccount = (await accountStates(tx, schoolId)).get(staffId) === 'set_up';
    const steps = stepsOf({
      hasYear: yearId !== undefined,
      methodTested:
        ownAccount ||
        deps.identityProviders.only !== undefined ||
        (await queries.methodTestedAt(tx, schoolId)) !== null,
      ownSignIn: ownAccount || (await queries.signsIn(tx, schoolId, staffId)),
      holders: await queries.holders(tx, schoolId, day === today ? now : new Date(`${day}T12:00:00Z`)),
      classes: yearId === undefined ? [] : await queries.classesWithPupils(tx, schoolId, yearId, day),
      hasGrounds: yearId !== undefined && (await missingGrounds(tx, schoolId, yearId)).length === 0,
      // Whoever planned a round had the calendar in front of them.
      calendarLookedOver:
        roundPlanned || (yearId !== undefined && (await queries.calendarWasTouched(tx, schoolId, yearId))),
      roundPlanned,
    });
    const [next] = ahead;
    return {
      schoolYear: year?.label ?? null,
      steps: [...steps],
      ready: steps.every(({ done, optional }) => done || optional),
      nextRound:
        next === undefined
          ? null
          : {
              // The column's check constraint allows exactly these kinds.
              kind: next.kind as RoundKind,
              name: next.name,
              opensOn: String(next.opens_on),
              closesOn: String(next.closes_on),
              open: next.opened_at !== null,
            },
    };
  });
