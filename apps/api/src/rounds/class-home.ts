import type { ClassHome, RoundKind, TalkState } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { mayReadNamedResults } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { openToClass } from '../grade-sociograms/openings.ts';
import { missingGrounds } from '../grounds/service.ts';
import { criteriaToAsk } from '../questionnaires/service.ts';
import { talkStates } from '../pupil-talks/service.ts';
import { pupilLabels, wholeNames } from '../roster/names.ts';
import { waitingByPupil } from '../signals/service.ts';
import { seeWishesOfClass } from '../talks/service.ts';
import { missingInOpenSittings } from './listed-pupil.ts';
import * as queries from './queries.ts';
import { isForGrades, kindNames, runnableClass, summary } from './sittings.ts';

/** What now? for one class. */
export const readClassHome = (deps: Dependencies, actor: StaffActor, classId: string): Promise<ClassHome> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const today = dayOf(deps.now());
    const list = await runnableClass(tx, actor, classId, today);
    const readsResults = mayReadNamedResults(actor, classId);
    const school = await sealer();
    const sittings = (await queries.sittingsOfClass(tx, actor.schoolId, classId)).map(summary);
    const busy = new Set(
      sittings.filter((sitting) => sitting.state === 'open').map((sitting) => sitting.kind),
    );
    const prepared = (await missingGrounds(tx, actor.schoolId, list.yearId)).length === 0;
    const planned = (await queries.plannedRounds(tx, actor.schoolId, classId, today)).filter((round) =>
      isForGrades(round, list.pupils),
    );
    const wishes = readsResults ? await seeWishesOfClass(tx, actor, classId, deps.now()) : [];
    const waiting = readsResults
      ? await waitingByPupil(tx, actor.schoolId, classId)
      : new Map<string, number>();
    const talks = readsResults
      ? await talkStates(tx, actor.schoolId, classId, today)
      : new Map<string, TalkState>();
    const missing = Map.groupBy(
      await missingInOpenSittings(tx, actor.schoolId, classId),
      (row) => row.sitting_id,
    );
    const next = (await queries.comingRounds(tx, actor.schoolId, today)).find((round) =>
      isForGrades(round, list.pupils),
    );
    const named = [
      ...list.pupils.map((pupil) => pupil.pupilId),
      ...wishes.map((wish) => wish.pupil_id),
      ...[...missing.values()].flat().map((row) => row.pupil_id),
    ];
    const inOrder = await pupilLabels(tx, school, actor.schoolId, [...new Set(named)]);
    const labels = new Map(inOrder.map((pupil) => [pupil.pupilId, pupil]));
    const adults = await wholeNames(tx, school, actor.schoolId, [
      ...new Set(wishes.map((wish) => wish.staff_id)),
    ]);
    return {
      classId,
      name: list.name,
      pupils: list.pupils.length,
      sittings,
      prepared,
      startable: [
        ...planned.map((round) => ({
          kind: round.kind as RoundKind,
          roundId: round.round_id,
          name: round.name,
          closesOn: String(round.closes_on),
        })),
        ...(['wellbeing', 'sociogram'] as const).map((kind) => ({
          kind,
          roundId: null,
          name: kindNames[kind],
          closesOn: null,
        })),
      ].filter((round) => prepared && !busy.has(round.kind)),
      criteria: await criteriaToAsk(tx, actor.schoolId, Math.min(...list.pupils.map((pupil) => pupil.grade))),
      nextRound:
        next === undefined
          ? null
          : { kind: next.kind as RoundKind, name: next.name, opensOn: String(next.opens_on) },
      missing: [...missing].map(([sittingId, rows]) => {
        const ids = new Set(rows.map((row) => row.pupil_id));
        return { sittingId, pupils: inOrder.filter(({ pupilId }) => ids.has(pupilId)) };
      }),
      signalsToVerify: [...waiting.values()].reduce((sum, count) => sum + count, 0),
      talksLeft: {
        all: readsResults ? list.pupils.filter(({ pupilId }) => talks.get(pupilId) !== 'held').length : 0,
        prepared: list.pupils.filter(({ pupilId }) => talks.get(pupilId) === 'prepared').length,
      },
      gradeOpenings: await openToClass(tx, school, actor, classId, today),
      talkWishes: wishes.map((wish) => ({
        sittingId: wish.sitting_id,
        pupil: labels.get(wish.pupil_id) ?? { pupilId: wish.pupil_id, label: '–' },
        adult: adults.get(wish.staff_id) ?? '–',
        wishedAt: wish.wished_at.toISOString(),
        handledAt: wish.handled_at?.toISOString() ?? null,
      })),
    };
  });
