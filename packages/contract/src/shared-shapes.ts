import { languages, type LanguageCode as Code } from '@samhold/survey/language';
import Type, { type Static, type TProperties } from 'typebox';

/** An object that drops nothing silently: a property it does not know is refused. */
export const Shape = <P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

export const Id = Type.String({ format: 'uuid' });
export const Day = Type.String({ format: 'date' });
export const Moment = Type.String({ format: 'date-time' });
export const Count = Type.Integer({ minimum: 0 });
export const Share = Type.Number({ minimum: 0, maximum: 1 });

export const RoundKind = Type.Union([Type.Literal('wellbeing'), Type.Literal('sociogram')]);
export type RoundKind = Static<typeof RoundKind>;

export const RoundSettings = Shape({
  criteria: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 8 }),
  maxChoices: Type.Integer({ minimum: 1, maximum: 30 }),
  /** Whom pupils choose among; the class when left out. */
  nominees: Type.Optional(Type.Union([Type.Literal('class'), Type.Literal('grade')])),
});
export type RoundSettings = Static<typeof RoundSettings>;

/** A criterion of a sociogram, and what staff call it. */
export const CriterionChoice = Shape({ criterionId: Type.String(), title: Type.String() });
export type CriterionChoice = Static<typeof CriterionChoice>;

/** A language a pupil may answer in. */
export const LanguageCode = Type.Unsafe<Code>(Type.Union(languages.map(({ code }) => Type.Literal(code))));

/** How a pupil is shown to staff of the class and to classmates. */
export const PupilLabel = Shape({ pupilId: Id, label: Type.String() });
export type PupilLabel = Static<typeof PupilLabel>;
