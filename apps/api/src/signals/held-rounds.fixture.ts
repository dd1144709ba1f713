import type { ClassSignalList } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { questionnaireFor, type Questionnaire } from '@samhold/survey';
import { dayOf } from '../calendar-days.ts';
import type { DemoResponse } from '../demo/generate/demo-school.ts';
import { insertResponses } from '../demo/insert-responses.ts';
import { schoolYearOn } from '../roster/service.ts';
import { closeInScope } from '../rounds/close.ts';
import { insertRound } from '../rounds/plan.ts';
import { insertSitting } from '../rounds/sittings.ts';
import { bodyOf } from '../testing/answering.ts';
import type { ClassWithTeacher } from '../testing/class-with-teacher.ts';
import type { TestHouse } from '../testing/test-house.ts';

const DAY = 86_400_000;

type Answers = DemoResponse['answers'];
/** What a pupil answers, by the pupil's place in `pupilIds`; null for one who is away. */
export type AnswersOf = (pupil: number) => Answers | null;

const published = (kind: 'wellbeing' | 'sociogram'): Questionnaire => {
  const questionnaire = questionnaireFor(kind, 5);
  if (questionnaire === undefined) throw new Error(`No ${kind} questionnaire for grade 5.`);
  return questionnaire;
};

/** Every item with the option that scores nearest to `level`; unscored items with their first, unless `instead` names one. */
export const answersAt = (level: number, instead: Readonly<Record<string, number>> = {}): Answers => {
  const { items, scales } = published('wellbeing');
  return items.flatMap((item) => {
    if (item.type !== 'choice') return [];
    const options = scales[item.scaleId]?.options ?? [];
    const away = (score: number | null): number => Math.abs((score ?? 0) - (instead[item.id] ?? level));
    const nearest = options.toSorted((a, b) => away(a.score) - away(b.score))[0];
    const chosen = options[0]?.score === null ? options[instead[item.id] ?? 0] : nearest;
    return chosen === undefined ? [] : [{ itemId: item.id, type: 'option', optionId: chosen.id }];
  });
};

/** The same classmates on every question; «ingen» without any. */
export const choosing = (pupilKeys: readonly string[]): Answers =>
  published('sociogram').items.flatMap((item): Answers => {
    if (item.type !== 'nomination') return [];
    return pupilKeys.length === 0
      ? [{ itemId: item.id, type: 'none' }]
      : [{ itemId: item.id, type: 'choices', pupilKeys }];
  });

export type HeldRound = {
  readonly kind: 'wellbeing' | 'sociogram';
  readonly daysAgo: number;
  readonly pupilIds: readonly string[];
  readonly answersOf: AnswersOf;
};

/** One round of the class, held and closed on an earlier day as if pupils had handed in then. Gives the sitting's id. */
export const holdRound = (
  house: TestHouse,
  { school: { schoolId }, classId }: ClassWithTeacher,
  { kind, daysAgo, pupilIds, answersOf }: HeldRound,
): Promise<string> =>
  house.deps.db.inScope({ schoolId }, async (tx: Tx) => {
    const at = new Date(house.deps.now().getTime() - daysAgo * DAY);
    const yearId = (await schoolYearOn(tx, schoolId, dayOf(house.deps.now()))) ?? '';
    const name = `${kind} ${daysAgo}`;
    const day = dayOf(at);
    const roundId = await insertRound(tx, schoolId, {
      kind,
      name,
      opensOn: day,
      closesOn: day,
      yearId,
      classId,
    });
    const pupils = pupilIds.map((pupilId) => ({ pupilId, grade: 5 }));
    const closesAt = new Date(at.getTime() + DAY);
    const sittingId = await insertSitting(tx, schoolId, { roundId, classId, pupils, openedAt: at, closesAt });
    const responses = pupilIds.flatMap((pupilKey, pupil): DemoResponse[] => {
      const answers = answersOf(pupil);
      return answers === null ? [] : [{ pupilKey, answers }];
    });
    const themselves = new Map(pupilIds.map((pupilId) => [pupilId, pupilId]));
    await insertResponses(tx, schoolId, sittingId, responses, themselves, at);
    await closeInScope(tx, schoolId, sittingId, new Date(at.getTime() + DAY / 24));
    return sittingId;
  });

export const pupilIdsOf = ({ cards }: ClassWithTeacher): readonly string[] =>
  cards.map(({ pupil }) => pupil.pupilId);

export const readSignals = async ({ teacher, classId }: ClassWithTeacher): Promise<ClassSignalList> =>
  bodyOf<ClassSignalList>(await teacher(`/api/v1/classes/${classId}/signals`));

/** Those from `first` on choose two on either side in a ring, who all choose back. */
export const inRing = (ids: readonly string[], first: number, pupil: number): readonly string[] => {
  const size = ids.length - first;
  return [-2, -1, 1, 2].map((step) => ids[first + ((pupil - first + step + size) % size)] ?? '');
};
