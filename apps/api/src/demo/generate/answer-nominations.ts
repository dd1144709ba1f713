import { chooseClassmates, type ChoiceRules } from './choose-classmates.ts';
import type { ClassTraits } from './class-life.ts';
import type { Cohort } from './cohorts.ts';
import type { DemoAnswer, DemoItem } from './demo-school.ts';
import type { RandomStream } from './random-stream.ts';

export const mostChoices = 5;
/** What a criterion adds to liking in general: the three networks resemble each other and differ. */
const tasteWeight = 0.3;
const chance = { declined: 0.008, none: 0.006 };

/** The pupil who moved in knows few yet: gives one choice or none. */
const choosesFew = (cohort: Cohort, pupil: number): boolean =>
  cohort.members[pupil]?.role === 'alone-since-moving-in';

/** One pupil's answer to a nomination item, by the class's likings (row-major) and the rules of the round. */
export function answerNominationItem(
  item: DemoItem,
  pupil: number,
  cohort: Cohort,
  setting: { readonly liking: Float64Array; readonly traits: ClassTraits; readonly rules: ChoiceRules },
  random: RandomStream,
): DemoAnswer {
  const { liking, traits, rules } = setting;
  const size = cohort.members.length;
  const few = choosesFew(cohort, pupil);
  const mustChoose = rules.oneSided?.admirers.has(pupil) === true;
  const draw = random.uniform();
  if (!mustChoose && draw < chance.declined) return { itemId: item.itemId, type: 'declined' };
  if (!mustChoose && draw < chance.declined + (few ? 0.3 : chance.none)) {
    return { itemId: item.itemId, type: 'none' };
  }
  const usual = few ? 1 : (traits.breadth[pupil] ?? 3) + random.uniform() - 0.5;
  const count = Math.max(1, Math.min(mostChoices, item.maxChoices ?? mostChoices, Math.round(usual)));
  const taste = traits.taste(item.criterionId ?? item.itemId);
  const chosen = chooseClassmates(
    pupil,
    count,
    (j) => (liking[pupil * size + j] ?? 0) + tasteWeight * (taste[pupil * size + j] ?? 0),
    rules,
  );
  return {
    itemId: item.itemId,
    type: 'choices',
    pupilKeys: chosen.flatMap((j) => cohort.members[j]?.key ?? []),
  };
}
