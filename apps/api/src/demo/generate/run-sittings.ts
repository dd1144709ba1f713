import type { SchoolCalendar } from '../../calendar/school-days.ts';
import { answerNominationItem } from './answer-nominations.ts';
import { answerChoiceItem, type PupilCondition } from './answer-options.ts';
import { mutualCounts, type ChoiceRules } from './choose-classmates.ts';
import { classLives, classTraits, type ClassLife, type ClassTraits } from './class-life.ts';
import { gradeIn, isEnrolled, type Cohort } from './cohorts.ts';
import type { DemoAnswer, DemoItem, DemoQuestionnaires, DemoSitting } from './demo-school.ts';
import { likings } from './friendships.ts';
import { participation } from './participation.ts';
import type { PlannedRound } from './plan-rounds.ts';
import { randomStream, type RandomStream } from './random-stream.ts';
import { bullyingShare, campSeparation, classMoodShift, isUnchosen, type PupilRole } from './storyline.ts';

export type SittingSetting = {
  readonly seed: number;
  readonly questionnaires: DemoQuestionnaires;
  readonly movedInOn: string;
  readonly calendar: SchoolCalendar;
};

/** Choices counted as everyday company. */
const everydayChoices = 4;

/** The roles belong to this year; last year those pupils are as any other, save the one who always declines. */
const roleAt = (cohort: Cohort, pupil: number, round: PlannedRound): PupilRole | null => {
  const role = cohort.members[pupil]?.role ?? null;
  return round.year === 'this' || role === 'declines-everything' ? role : null;
};

const saidCompanionship: { readonly [role in PupilRole]?: number } = {
  'alone-and-says-so': 1,
  'alone-and-does-not-say': 5,
  'alone-since-moving-in': 3,
};
const moodOfRole: { readonly [role in PupilRole]?: number } = {
  'alone-and-says-so': -1.3,
  'alone-and-does-not-say': 0.4,
  'alone-since-moving-in': -0.5,
};

function choiceRules(
  cohort: Cohort,
  round: PlannedRound,
  traits: ClassTraits,
  movedInOn: string,
): ChoiceRules {
  const members = cohort.members.map((member, i) => ({ i, member, role: roleAt(cohort, i, round) }));
  const oneSided = members.find(({ role }) => role === 'chosen-one-sidedly');
  return {
    present: members.filter(({ member }) => isEnrolled(member, round.opensOn, movedInOn)).map(({ i }) => i),
    unchosen: new Set(members.filter(({ role }) => isUnchosen(role)).map(({ i }) => i)),
    oneSided: oneSided === undefined ? null : { pupil: oneSided.i, admirers: traits.admirers },
  };
}

function conditionOf(
  pupil: number,
  cohort: Cohort,
  round: PlannedRound,
  life: ClassLife,
  traits: ClassTraits,
  friends: number,
): PupilCondition {
  const role = roleAt(cohort, pupil, round);
  const own = (role === null ? undefined : moodOfRole[role]) ?? life.moods[pupil] ?? 0;
  const shift = classMoodShift(cohort.className, round.step) + traits.moodOfClass;
  return {
    mood: own + shift + 0.15 * (Math.min(friends, 4) - 2),
    friends,
    exposedToBullying:
      (traits.exposure[pupil] ?? 1) < bullyingShare(cohort.className, round.step, traits.usualBullyingShare),
    saidCompanionship: (role === null ? undefined : saidCompanionship[role]) ?? null,
  };
}

/** How the school stands on a theme, in points of score; the same in all classes and rounds. */
const themeLevel = (seed: number, theme: string): number => 0.2 * randomStream(seed, 'theme', theme).normal();

type ItemAnswerer = (item: DemoItem, random: RandomStream) => DemoAnswer;

function runSitting(
  cohort: Cohort,
  round: PlannedRound,
  life: ClassLife,
  traits: ClassTraits,
  setting: SittingSetting,
): DemoSitting | null {
  const grade = gradeIn(cohort, round.year);
  if (grade === null) return null;
  const { seed, questionnaires, movedInOn, calendar } = setting;
  const items = questionnaires[round.kind][grade];
  const size = cohort.members.length;
  const separation = campSeparation(cohort.className, round.step);
  const liking = likings(life.friendships, { side: traits.side, separation });
  const rules = choiceRules(cohort, round, traits, movedInOn);
  const friends = mutualCounts(size, everydayChoices, liking, rules);
  const certain = new Set(
    rules.present.filter(
      (i) => roleAt(cohort, i, round) !== null || (rules.oneSided?.admirers.has(i) ?? false),
    ),
  );
  const random = randomStream(seed, 'sitting', cohort.className, round.step);
  const className = `${grade}${cohort.letter}`;
  const who = participation(className, round, rules.present, certain, calendar, random);
  const levels = new Map(items.map(({ theme }) => [theme, themeLevel(seed, theme)]));

  const answererOf = (pupil: number): ItemAnswerer => {
    if (roleAt(cohort, pupil, round) === 'declines-everything') {
      return ({ itemId }) => ({ itemId, type: 'declined' });
    }
    const condition = conditionOf(pupil, cohort, round, life, traits, friends[pupil] ?? 0);
    return (item, own) =>
      item.type === 'nomination'
        ? answerNominationItem(item, pupil, cohort, { liking, traits, rules }, own)
        : answerChoiceItem(item, condition, levels.get(item.theme) ?? 0, own);
  };
  const keyOf = (pupil: number): string => cohort.members[pupil]?.key ?? '';
  return {
    className,
    state: who.state,
    heldOn: who.heldOn,
    absent: who.absent.map(keyOf),
    responses: who.answering.map((pupil) => {
      const answer = answererOf(pupil);
      const own = randomStream(seed, 'answers', keyOf(pupil), round.step);
      return { pupilKey: keyOf(pupil), answers: items.map((item) => answer(item, own)) };
    }),
  };
}

/** A cohort's sittings in all rounds, by the round's key; rounds of a year it was not at the school are left out. */
export function runSittings(
  cohort: Cohort,
  rounds: readonly PlannedRound[],
  setting: SittingSetting,
): Map<string, DemoSitting> {
  const traits = classTraits(setting.seed, cohort);
  const lives = classLives(setting.seed, cohort, rounds.length - 1);
  const sittings = new Map<string, DemoSitting>();
  for (const round of rounds) {
    const life = lives[round.step];
    const sitting = life === undefined ? null : runSitting(cohort, round, life, traits, setting);
    if (sitting !== null) sittings.set(round.key, sitting);
  }
  return sittings;
}
