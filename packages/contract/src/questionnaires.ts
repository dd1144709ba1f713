import {
  adviceCodes,
  languages,
  themes,
  type AdviceCode,
  type LanguageCode as Code,
  type ThemeId,
} from '@samhold/survey';
import Type, { type Static } from 'typebox';
import { Count, Day, LanguageCode, Moment, RoundKind, Shape } from './shared-shapes.ts';

const mostEntries = 40;

/** Longer than any rule lets it be: what is too long is kept in the draft, and refused with an explanation. */
const Text = Type.String({ maxLength: 300 });

const OwnTexts = Type.Unsafe<Partial<Record<Code, string>>>(
  Type.Object(Object.fromEntries(languages.map(({ code }) => [code, Type.Optional(Text)])), {
    additionalProperties: false,
  }),
);

const ownShared = {
  key: Type.String({ minLength: 1, maxLength: 36, pattern: '^[a-z0-9-]+$' }),
  text: OwnTexts,
  readThrough: Type.Boolean(),
  goOnWith: Type.Array(Type.Unsafe<AdviceCode>(Type.Union(adviceCodes.map((code) => Type.Literal(code)))), {
    maxItems: adviceCodes.length,
  }),
};

/** A question the school has written. */
export const OwnItem = Type.Union([
  Shape({
    ...ownShared,
    type: Type.Literal('choice'),
    scaleId: Type.String({ minLength: 1, maxLength: 40 }),
    theme: Type.Unsafe<ThemeId>(Type.Union(themes.map(({ id }) => Type.Literal(id)))),
    sensitive: Type.Boolean(),
  }),
  Shape({
    ...ownShared,
    type: Type.Literal('nomination'),
    title: Type.String({ maxLength: 40 }),
    maxChoices: Type.Integer({ minimum: 1, maximum: 10 }),
  }),
]);

/** A question of the product's by its id, or one of the school's own. */
export const OwnEntry = Type.Union([
  Shape({ standard: Type.String({ minLength: 1, maxLength: 60 }) }),
  Shape({ own: OwnItem }),
]);
export const OwnEntries = Type.Array(OwnEntry, { maxItems: mostEntries });

/** What a version asks that the one before did not, or no longer asks, or words, weighs or places differently. */
const VersionChange = Shape({
  change: Type.Union([
    Type.Literal('added'),
    Type.Literal('removed'),
    Type.Literal('changed'),
    Type.Literal('moved'),
  ]),
  text: Type.String(),
});

/** The school's version 3 is its third; version 0 is the product's own questionnaire. */
const OwnVersion = Shape({
  version: Type.Integer({ minimum: 1 }),
  madeBy: Type.String(),
  madeAt: Moment,
  changes: Type.Array(VersionChange),
});

const DraftState = Shape({
  revision: Type.Integer({ minimum: 1 }),
  editedBy: Type.String(),
  editedAt: Moment,
});

const questionnaire = {
  questionnaireId: Type.String(),
  kind: RoundKind,
  fromGrade: Count,
  toGrade: Count,
  /** Of the version in use. */
  items: Count,
  ownItems: Count,
  inUse: Count,
  /** Newest first. */
  versions: Type.Array(OwnVersion),
  draft: Type.Union([DraftState, Type.Null()]),
};

export const QuestionnaireList = Shape({ questionnaires: Type.Array(Shape(questionnaire)) });
export type QuestionnaireList = Static<typeof QuestionnaireList>;

/** A questionnaire to be edited: as the draft has it, else as the version in use has it. */
export const EditedQuestionnaire = Shape({
  ...questionnaire,
  entries: OwnEntries,
  /** The languages pupils of the school are offered. */
  languages: Type.Array(LanguageCode),
  /** Planned rounds that will ask the version that is newest when they open. */
  rounds: Type.Array(Shape({ name: Type.String(), opensOn: Day })),
});
export type EditedQuestionnaire = Static<typeof EditedQuestionnaire>;

/** What the draft was when it was read: revision 0 when there was none. Somebody may have changed it since. */
const read = { basedOn: Count, revision: Count };

export const SaveDraft = Shape({ ...read, entries: OwnEntries });
export type SaveDraft = Static<typeof SaveDraft>;

export const ReadDraft = Shape(read);
export type ReadDraft = Static<typeof ReadDraft>;
