import type { NationalSurvey, SurveySeries } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { holdsAny } from '../access/policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { casesInClasses } from '../cases/cases-in-classes.ts';
import { ceilingOf, seenInClasses } from '../signals/seen-pupils.ts';
import type { Figure } from './files/figure.ts';
import { asSurveyImport } from './imports.ts';
import { ownSeriesOf } from './own-rounds.ts';
import * as queries from './queries.ts';
import { releasedRounds } from './released-rounds.ts';
import { classFiguresOf, shownFigures } from './shown-figures.ts';

/** Rows of the options of one question have its score each; their answers are counted together unless they are the same. */
const ofQuestion = (rows: readonly Figure[]): Figure | undefined => {
  const [first] = rows;
  if (first === undefined || first.optionCode === '') return first;
  const counts = rows.map(({ answers }) => answers);
  const alike = new Set(counts).size === 1;
  const sum = counts.reduce<number | null>(
    (all, one) => (all === null || one === null ? null : all + one),
    0,
  );
  return { ...first, share: null, answers: alike ? first.answers : sum };
};

/** Figures in use as series: each indicator of each grade through the years, with the wider units beside. */
export const seriesOf = (figures: readonly Figure[]): SurveySeries[] => {
  const ofUnits = figures.filter(({ unit }) => unit !== 'class');
  const groups = Map.groupBy(ofUnits, (one) =>
    JSON.stringify([one.table, one.grade, one.topicCode, one.questionCode]),
  );
  return [...groups.values()].flatMap((rows) => {
    const newest = rows.toSorted((a, b) => b.year - a.year)[0];
    if (newest === undefined || !rows.some(({ unit }) => unit === 'school')) return [];
    const each = Map.groupBy(rows, ({ year, unit }) => `${year} ${unit}`);
    return [
      {
        table: newest.table,
        grade: newest.grade,
        topic: newest.topic,
        question: newest.question,
        figures: [...each.values()].flatMap((same) => {
          const one = ofQuestion(same);
          if (one === undefined || one.unit === 'class') return [];
          const { year, unit, hidden, score, share, answers, invited } = one;
          return [{ year, unit, hidden, score, share, answers, invited }];
        }),
      },
    ];
  });
};

/** Udir's figures for the school that are in use, the school's own rounds beside them, and the files they came from. */
export const showNationalSurvey = (deps: Dependencies, actor: StaffActor): Promise<NationalSurvey> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const school = await queries.schoolOf(tx, schoolId);
    const imports = holdsAny(actor, ['leadership']) ? await queries.latestImports(tx, schoolId) : [];
    const figures = await shownFigures(tx, schoolId);
    const series = seriesOf(figures);
    const classes = classFiguresOf(figures);
    const cases = await casesInClasses(tx, actor, deps.now());
    const grades = new Set([...series, ...classes].map(({ grade }) => grade));
    return {
      schoolName: school.name,
      organisationNumber: school.organisation_number,
      series,
      classes,
      seen: (await seenInClasses(tx, schoolId))
        .filter(({ grade }) => grades.has(grade))
        .map((one) => ({ ...one, cases: cases && ceilingOf(cases.get(one.classId) ?? 0) })),
      ownRounds: ownSeriesOf(await releasedRounds(tx, schoolId), grades),
      imports: imports.map((row) => asSurveyImport(row, school.survey_version)),
    };
  });
