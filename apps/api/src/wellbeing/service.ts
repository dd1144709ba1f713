import type { ClassWellbeing, LatestWellbeing, WellbeingOpeningReason } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { itemsInOrder } from '@samhold/survey';
import type { StaffActor } from '../access/actor.ts';
import { logOpening, type Opening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { classList } from '../roster/service.ts';
import {
  closedSittings,
  readableClass,
  readableSitting,
  summary,
  type SittingRow,
} from '../rounds/sittings.ts';
import { distribution, type Counts } from './distribution.ts';
import { changesSince, isPaired, themesOver } from './over-rounds.ts';
import { comparableItems, readScoredRound, type ScoredRound } from './pupils-scores.ts';
import { readTallies } from './tallies.ts';

const countsOf = async (tx: Tx, schoolId: string, sittingId: string): Promise<Counts> => {
  const counts = new Map<string, number>();
  for (const row of await readTallies(tx, schoolId, [sittingId])) {
    const key = `${row.item_id} ${row.outcome}`;
    counts.set(key, (counts.get(key) ?? 0) + row.count);
  }
  return counts;
};

/** The round and those before it, oldest first: it is compared with what came before, never with what came after. */
const upTo = async (
  tx: Tx,
  schoolId: string,
  closed: readonly SittingRow[],
  sitting: SittingRow,
): Promise<readonly ScoredRound[]> => {
  const at = closed.findIndex((row) => row.sitting_id === sitting.sitting_id);
  const rounds: ScoredRound[] = [];
  for (const row of closed.slice(at).toReversed()) rounds.push(await readScoredRound(tx, schoolId, row));
  return rounds;
};

/** How the class answered a round, for those who may read its named results; the caller has asked the policy. */
const wellbeingOf = async (
  tx: Tx,
  deps: Dependencies,
  actor: StaffActor,
  sitting: SittingRow,
  opening: Pick<Opening, 'action' | 'purpose'> = {
    action: 'wellbeing.read',
    purpose: "read the class's wellbeing",
  },
): Promise<ClassWellbeing> => {
  const { schoolId } = actor;
  const closed = await closedSittings(tx, schoolId, sitting.class_id, 'wellbeing');
  const rounds = await upTo(tx, schoolId, closed, sitting);
  const [before, now] = [rounds.at(-2), rounds.at(-1)];
  if (now === undefined) throw new AppError('not_found');
  const { questionnaire } = now;
  const counts = await countsOf(tx, schoolId, sitting.sitting_id);
  const earlier = before && {
    round: before,
    counts: await countsOf(tx, schoolId, before.sitting.sitting_id),
  };
  const changes = changesSince(earlier, { round: now, counts });
  await logOpening(tx, actor, deps.now(), {
    ...opening,
    ...{ subjectKind: 'sitting', subjectId: sitting.sitting_id },
  });
  const own = comparableItems(questionnaire, questionnaire).length;
  return {
    sitting: summary(sitting),
    classId: sitting.class_id,
    className: sitting.class_name,
    rounds: closed.map(summary),
    items: itemsInOrder(questionnaire, { criteria: [] }).flatMap((item) =>
      item.type === 'choice' ? [distribution(questionnaire, item, counts, changes.ofItem(item.id))] : [],
    ),
    themes: [...themesOver(rounds, changes)],
    before:
      earlier === undefined
        ? null
        : {
            name: earlier.round.sitting.name,
            notCompared: own - comparableItems(questionnaire, earlier.round.questionnaire).length,
            paired: isPaired(earlier),
          },
  };
};

/** How the class answered each item of a round, and its themes over the rounds, for the class's own contact teacher. */
export const readClassWellbeing = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
): Promise<ClassWellbeing> =>
  deps.db.inScope(actor, async (tx) => {
    const sitting = await readableSitting(tx, actor, sittingId);
    if (sitting.kind !== 'wellbeing') throw new AppError('not_found');
    return wellbeingOf(tx, deps, actor, sitting);
  });

export const readLatestWellbeing = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
): Promise<LatestWellbeing> =>
  deps.db.inScope(actor, async (tx) => {
    const list = await readableClass(tx, actor, classId, dayOf(deps.now()));
    const [newest] = await closedSittings(tx, actor.schoolId, classId, 'wellbeing');
    return {
      classId,
      className: list.name,
      latest: newest === undefined ? null : await wellbeingOf(tx, deps, actor, newest),
    };
  });

/**
 * How a class answered its newest round with nothing hidden, for leadership and the social teacher: named data, not figures for a release (D1). Its
 * reason is in the log.
 */
export const openClassWellbeing = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
  reason: WellbeingOpeningReason,
): Promise<LatestWellbeing> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const list = await classList(tx, schoolId, classId, dayOf(deps.now()));
    if (list === undefined) throw new AppError('not_found');
    const [newest] = await closedSittings(tx, schoolId, classId, 'wellbeing');
    const opening = { action: 'wellbeing.opened', purpose: `follow up the class: ${reason}` } as const;
    return {
      classId,
      className: list.name,
      latest: newest === undefined ? null : await wellbeingOf(tx, deps, actor, newest, opening),
    };
  });
