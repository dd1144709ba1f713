import Type, { type Static } from 'typebox';
import { Count, Id, Moment, PupilLabel, RoundKind, RoundSettings, Shape } from './shared-shapes.ts';

/** The twelve pictures of a picture code. */
export const pictures = [
  'sun',
  'boat',
  'tree',
  'fish',
  'house',
  'star',
  'apple',
  'key',
  'bird',
  'moon',
  'flower',
  'bell',
] as const;
const Picture = Type.Union(pictures.map((picture) => Type.Literal(picture)));

export const ClassCode = Type.String({ minLength: 8, maxLength: 9 });

export const JoinClass = Shape({ classCode: ClassCode });
export const JoinedClass = Shape({
  className: Type.String(),
  kind: RoundKind,
  /** A pupil without a picture code chooses one now. */
  pupils: Type.Array(Shape({ ...PupilLabel.properties, hasPictureCode: Type.Boolean() })),
});
export type JoinedClass = Static<typeof JoinedClass>;

export const StartPupilSession = Shape({
  classCode: ClassCode,
  pupilId: Id,
  pictures: Type.Array(Picture, { minItems: 3, maxItems: 3 }),
});

/** What the tablet needs for one pupil: the pinned questionnaire, the classmates, and what is already stored (never the content). */
export const PupilForm = Shape({
  pupil: PupilLabel,
  className: Type.String(),
  sittingId: Id,
  closesAt: Moment,
  questionnaireId: Type.String(),
  questionnaireVersion: Count,
  questionnaire: Type.Unknown(),
  settings: RoundSettings,
  classmates: Type.Array(PupilLabel),
  adults: Type.Array(Shape({ staffId: Id, name: Type.String() })),
  response: Type.Union([
    Type.Null(),
    Shape({ responseId: Id, revision: Count, answeredItemIds: Type.Array(Type.String()) }),
  ]),
});
export type PupilForm = Static<typeof PupilForm>;

const ItemId = Type.String({ minLength: 1, maxLength: 60 });
export const AnswerShape = Type.Union([
  Shape({
    itemId: ItemId,
    type: Type.Literal('option'),
    optionId: Type.String({ minLength: 1, maxLength: 60 }),
  }),
  Shape({ itemId: ItemId, type: Type.Literal('declined') }),
  Shape({ itemId: ItemId, type: Type.Literal('choices'), pupilIds: Type.Array(Id, { maxItems: 60 }) }),
  Shape({ itemId: ItemId, type: Type.Literal('none') }),
]);

/** A part of a response or all of it: the server merges the answers by item; a higher revision wins. */
export const PutResponse = Shape({
  revision: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  language: Type.String({ minLength: 2, maxLength: 5 }),
  answers: Type.Array(AnswerShape, { maxItems: 60 }),
  submit: Type.Boolean(),
  talkWith: Type.Optional(Id),
});
export type PutResponse = Static<typeof PutResponse>;

export const ResponseReceipt = Shape({
  responseId: Id,
  revision: Count,
  submittedAt: Type.Union([Moment, Type.Null()]),
  storedItems: Count,
});
export type ResponseReceipt = Static<typeof ResponseReceipt>;
