import {
  choicesOfClass,
  choicesOfPupil,
  expectedByOthers,
  expectedInWords,
  scoreOfClass,
} from '@samhold/analysis';
import type { BeforeAndAfter, EffectOfClass, EffectOfPupil, PupilLabel } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { bothOf, criteriaAround, shownAround, sittingsAround, type CriterionPair } from './around.ts';
import { themesAround, type ThemePair } from './themes.ts';

const decimal = new Intl.NumberFormat('nb', { maximumFractionDigits: 1 });
const scale = { lowest: 1, highest: 5 } as const;

const choicesFor = (
  { criterionId, title, before, after }: CriterionPair,
  pupilId: string,
  concerned: readonly string[],
): EffectOfPupil['choices'] => {
  const own = choicesOfPupil(before, after, pupilId, concerned);
  if (own === null) return [];
  const { received, mutual, expected } = own;
  const value = (share: number): string => decimal.format(share * (received?.n ?? 0));
  return [
    {
      ...{ criterionId, title, received, mutual },
      expected:
        received === null
          ? []
          : [
              ...expectedInWords(expected, received.after, {
                value,
                unit: ' valg',
                alike: 'elever med like mange valg',
              }),
            ],
    },
  ];
};

const themeFor = (
  { theme, scoreOf, scored }: ThemePair,
  pupilId: string,
  concerned: readonly string[],
): EffectOfPupil['themes'][number] => {
  const { before, after } = scoreOf(pupilId);
  const others = scored.filter((one) => one.pupilId !== pupilId && !concerned.includes(one.pupilId));
  const expected = before === null ? null : expectedByOthers(others, before, scale);
  const words = {
    value: (score: number) => decimal.format(score),
    unit: '',
    alike: 'elever som svarte like lavt eller høyt',
  };
  return {
    ...{ theme, before, after },
    expected: before === null || after === null ? [] : [...expectedInWords(expected, after, words)],
  };
};

const ofClass = (criteria: readonly CriterionPair[], themes: readonly ThemePair[]): EffectOfClass => ({
  choices: criteria.map(({ criterionId, title, before, after }) => {
    const { chosen, withMutual, mutual } = choicesOfClass(before, after);
    return { criterionId, title, chosen, withMutual, mutual };
  }),
  themes: themes.flatMap(({ theme, scored }) => {
    const score = scoreOfClass(scored);
    if (score === null) return [];
    const { n, before, after, difference, low, high } = score;
    return [{ theme, n, before, after, difference, low, high }];
  }),
});

export type Asked = {
  readonly classId: string;
  readonly fromOn: string;
  readonly toOn: string | null;
  /** Whom it is for; nobody in particular means the class. */
  readonly pupils: readonly PupilLabel[];
  readonly forClass: boolean;
};

/** What was answered before and after a measure by those it is for; the caller has asked the policy. */
export const beforeAndAfter = async (
  tx: Tx,
  schoolId: string,
  { classId, fromOn, toOn, pupils, forClass }: Asked,
): Promise<BeforeAndAfter> => {
  const sociogram = await sittingsAround(tx, schoolId, classId, 'sociogram', fromOn);
  const wellbeing = await sittingsAround(tx, schoolId, classId, 'wellbeing', fromOn);
  const [choiceRows, scoreRows] = [bothOf(sociogram), bothOf(wellbeing)];
  const criteria = choiceRows === null ? [] : await criteriaAround(tx, schoolId, choiceRows);
  const themes = scoreRows === null ? [] : await themesAround(tx, schoolId, scoreRows);
  const concerned = pupils.map(({ pupilId }) => pupilId);
  return {
    ...{ fromOn, toOn, sociogram: shownAround(sociogram), wellbeing: shownAround(wellbeing) },
    ofClass: forClass ? ofClass(criteria, themes) : null,
    pupils: pupils.map((pupil) => ({
      pupil,
      choices: criteria.flatMap((one) => choicesFor(one, pupil.pupilId, concerned)),
      themes: themes.map((one) => themeFor(one, pupil.pupilId, concerned)),
    })),
  };
};
