import Type, { type Static } from 'typebox';
import { Count, Id, Moment, Shape } from './shared-shapes.ts';

/** Udir's tables of Elevundersøkelsen: 148 indicators, 149 themes and questions, 150 bullying, 151 participation. */
export const SurveyTable = Type.Union([
  Type.Literal('indicators'),
  Type.Literal('questions'),
  Type.Literal('bullying'),
  Type.Literal('participation'),
]);
export type SurveyTable = Static<typeof SurveyTable>;

export const SurveyUnit = Type.Union([
  Type.Literal('school'),
  Type.Literal('municipality'),
  Type.Literal('county'),
  Type.Literal('nation'),
]);
export type SurveyUnit = Static<typeof SurveyUnit>;

/** What was found in a file; `classes`: one of the school's own, by class. */
export const SurveyFile = Shape({
  table: Type.Union([...SurveyTable.anyOf, Type.Literal('classes')]),
  rows: Count,
  /** How many rows the download has in all, where the file says so: it may be one page of several. */
  rowsInAll: Type.Union([Count, Type.Null()]),
  /** Of the school's own figures. */
  years: Type.Array(Count),
  grades: Type.Array(Count),
  topics: Type.Array(Type.String()),
  school: Count,
  /** Of the school's own figures, those Udir has hidden. */
  hidden: Count,
  /** Figures of the municipality, the county and the country, to set beside. */
  wider: Count,
  /** Of those, the ones not kept because they would tell a hidden one. */
  withdrawn: Count,
  /** Rows left alone. */
  otherUnits: Count,
  otherGrades: Count,
  bySex: Count,
  byOwnership: Count,
  duplicates: Count,
  /** Of a file by class. */
  classes: Type.Optional(Type.Array(Type.String())),
  /** Rows with the sum of classes: held against them, not kept. */
  sums: Type.Optional(Count),
  /** Rows that cannot be read: the first of them, and how many. */
  faults: Type.Array(Shape({ row: Count, reason: Type.String() })),
  faultCount: Count,
});
export type SurveyFile = Static<typeof SurveyFile>;

/** `read`: shown only. `in_use`: its figures count. `put_back`: they did. `discarded`: they never did. */
const ImportState = Type.Union([
  Type.Literal('read'),
  Type.Literal('in_use'),
  Type.Literal('put_back'),
  Type.Literal('discarded'),
]);

/** `udir`: hidden by Udir. `few_units`: it would have told a figure that is. */
const Hidden = Type.Union([Type.Literal('udir'), Type.Literal('few_units'), Type.Null()]);
const Measure = Type.Union([Type.Number(), Type.Null()]);

/** One figure of one class. */
export const ClassFigure = Shape({
  table: SurveyTable,
  year: Count,
  grade: Count,
  className: Type.String(),
  topic: Type.String(),
  question: Type.String(),
  hidden: Hidden,
  score: Measure,
  share: Measure,
  answers: Measure,
});
export type ClassFigure = Static<typeof ClassFigure>;

export const SurveyImport = Shape({
  surveyImportId: Id,
  state: ImportState,
  readAt: Moment,
  usedAt: Type.Union([Moment, Type.Null()]),
  file: SurveyFile,
  /** Against the figures in use when the file was read. */
  new: Count,
  changed: Count,
  same: Count,
  /** The figures in use have changed since: the file must be read again. */
  outdated: Type.Boolean(),
  /** Of a file by class, opened: its classes and years as they are shown, or would be with the file. */
  classFigures: Type.Optional(Type.Array(ClassFigure)),
});
export type SurveyImport = Static<typeof SurveyImport>;

export const SurveyInUse = Shape({ inUse: Type.Boolean() });
export type SurveyInUse = Static<typeof SurveyInUse>;

export const SurveyFigure = Shape({
  year: Count,
  unit: SurveyUnit,
  hidden: Hidden,
  /** A mean from 1 to 5; a share is per cent. */
  score: Measure,
  share: Measure,
  answers: Measure,
  invited: Measure,
});
export type SurveyFigure = Static<typeof SurveyFigure>;

/** One indicator of one grade through the years. */
export const SurveySeries = Shape({
  table: SurveyTable,
  grade: Count,
  topic: Type.String(),
  /** Empty where the figures are of the whole topic. */
  question: Type.String(),
  figures: Type.Array(SurveyFigure),
});
export type SurveySeries = Static<typeof SurveySeries>;

/** A figure of a frozen release: without numbers where the release hides it. */
const ownFigure = { hidden: Type.Boolean(), value: Measure, answers: Measure };
/** How many are on the list, and the options whose counts the release shows all the same. */
const shownCells = { size: Count, cells: Type.Array(Shape({ text: Type.String(), count: Count })) };
export const OwnFigure = Shape(ownFigure);
export type OwnFigure = Static<typeof OwnFigure>;

/** One question of the school's own rounds, of one grade or one class of it, set beside a matter of Elevundersøkelsen. */
export const OwnSeries = Shape({
  matter: Type.String(),
  grade: Count,
  /** Empty for the whole grade. */
  className: Type.String(),
  itemId: Type.String(),
  text: Type.String(),
  /** A mean from 1 to 5; the others are shares in per cent. */
  measure: Type.Union([
    Type.Literal('mean'),
    Type.Literal('bullied'),
    Type.Literal('unchosen'),
    Type.Literal('mutual'),
  ]),
  rounds: Type.Array(
    Shape({
      roundId: Id,
      name: Type.String(),
      year: Count,
      releasedAt: Moment,
      found: Shape({ ...ownFigure, ...shownCells }),
      together: Shape({ fromGrade: Count, toGrade: Count, ...ownFigure }),
    }),
  ),
});
export type OwnSeries = Static<typeof OwnSeries>;

/**
 * Of how many pupils a class's rounds of a year have given signals, at most; null where its answers are not kept. And in how many
 * cases the reader may open the class or its pupils are, at most; null for a reader who opens none.
 */
export const SeenInClass = Shape({
  year: Count,
  grade: Count,
  classId: Id,
  className: Type.String(),
  atMost: Type.Union([Count, Type.Null()]),
  cases: Type.Union([Count, Type.Null()]),
});
export type SeenInClass = Static<typeof SeenInClass>;

export const NationalSurvey = Shape({
  schoolName: Type.String(),
  organisationNumber: Type.String(),
  series: Type.Array(SurveySeries),
  ownRounds: Type.Array(OwnSeries),
  classes: Type.Array(ClassFigure),
  seen: Type.Array(SeenInClass),
  imports: Type.Array(SurveyImport),
});
export type NationalSurvey = Static<typeof NationalSurvey>;
