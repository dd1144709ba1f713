import { summariseItem } from '@samhold/analysis';
import type { ClassWellbeing } from '@samhold/contract';
import { itemsInOrder, textIn, type Item, type Questionnaire } from '@samhold/survey';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { readableSitting, summary } from '../rounds/sittings.ts';
import { readTallies } from './tallies.ts';

type Counts = ReadonlyMap<string, number>;

const distribution = (
  questionnaire: Questionnaire,
  item: Item & { type: 'choice' },
  counts: Counts,
): ClassWellbeing['items'][number] => {
  const of = (outcome: string): number => counts.get(`${item.id} ${outcome}`) ?? 0;
  const scale = questionnaire.scales[item.scaleId];
  const options = (scale?.options ?? []).map((option) => ({
    optionId: option.id,
    text: textIn(option.text, 'nb').text,
    score: option.score,
    count: of(option.id),
  }));
  const skipped = of('declined');
  const notReached = of('not_reached');
  const figures = summariseItem({ counts: options, skipped, notReached });
  return {
    itemId: item.id,
    theme: item.theme,
    text: textIn(item.text, 'nb').text,
    sensitive: item.sensitive,
    options,
    declined: skipped,
    notReached,
    answered: figures.answered,
    mean: figures.mean,
  };
};

/** How the class answered each item, for the class's own contact teacher. */
export const readClassWellbeing = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
): Promise<ClassWellbeing> =>
  deps.db.inScope(actor, async (tx) => {
    const sitting = await readableSitting(tx, actor, sittingId);
    if (sitting.kind !== 'wellbeing') throw new AppError('not_found');
    const questionnaire = await pinnedQuestionnaire(
      tx,
      sitting.questionnaire_id,
      sitting.questionnaire_version,
    );
    const counts = new Map<string, number>();
    for (const row of await readTallies(tx, actor.schoolId, [sittingId])) {
      const key = `${row.item_id} ${row.outcome}`;
      counts.set(key, (counts.get(key) ?? 0) + row.count);
    }
    await logOpening(tx, actor, deps.now(), {
      action: 'wellbeing.read',
      subjectKind: 'sitting',
      subjectId: sittingId,
      purpose: "read the class's wellbeing",
    });
    return {
      sitting: summary(sitting),
      classId: sitting.class_id,
      className: sitting.class_name,
      items: itemsInOrder(questionnaire, { criteria: [] }).flatMap((item) =>
        item.type === 'choice' ? [distribution(questionnaire, item, counts)] : [],
      ),
    };
  });
