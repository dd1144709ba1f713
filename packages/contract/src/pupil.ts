import Type, { type Static } from 'typebox';
import { PupilReadAloud } from './read-aloud.ts';
import {
  Count,
  Id,
  LanguageCode,
  Moment,
  PupilLabel,
  RoundKind,
  RoundSettings,
  Shape,
} from './shared-shapes.ts';

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
  /** The languages the pupils are offered. */
  languages: Type.Array(LanguageCode),
  /** A pupil without a picture code chooses one now. */
  pupils: Type.Array(Shape({ ...PupilLabel.properties, hasPictureCode: Type.Boolean() })),
});
export type JoinedClass = Static<typeof JoinedClass>;

export const StartPupilSession = Shape({
  classCode: ClassCode,
  pupilId: Id,
  pictures: Type.Array(Picture, { minItems: 3, maxItems: 3 }),
});

/** With the token a tablet may hand over parts of this response, and nothing else; sealed to the key, only the server can open them. */
const UploadGrant = Shape({ token: Type.String(), publicKey: Type.String(), nextPart: Count });

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
  languages: Type.Array(LanguageCode),
  classmates: Type.Array(PupilLabel),
  /** The same for this pupil and sitting as long as answers are kept: names are shown in an order that follows from it. */
  orderSeed: Count,
  /** Others of the grade by class, where the round lets pupils choose among them. */
  gradeMates: Type.Array(Shape({ className: Type.String(), pupils: Type.Array(PupilLabel) })),
  adults: Type.Array(Shape({ staffId: Id, name: Type.String() })),
  response: Type.Union([Type.Null(), Shape({ responseId: Id, answeredItemIds: Type.Array(Type.String()) })]),
  upload: UploadGrant,
  /** There in an investigation: what page one says instead, and the adults who will see what it says. */
  investigation: Type.Optional(
    Shape({
      about: Type.Array(Type.Record(Type.String(), Type.String())),
      readers: Type.Array(Type.String()),
    }),
  ),
  readAloud: PupilReadAloud,
});
export type PupilForm = Static<typeof PupilForm>;

const ItemId = Type.String({ minLength: 1, maxLength: 60 });

/** What keeps a tablet from showing a form: `number` is the question's place from 1, null for the form as a whole. */
export const FormFault = Shape({
  number: Type.Union([Type.Integer({ minimum: 1, maximum: 1000 }), Type.Null()]),
  code: Type.Union([
    Type.Literal('unreadable'),
    Type.Literal('nothing_asked'),
    Type.Literal('unknown_item_type'),
    Type.Literal('no_text'),
    Type.Literal('no_options'),
    Type.Literal('option_without_text'),
    Type.Literal('unknown_symbol'),
  ]),
});
export type FormFault = Static<typeof FormFault>;
export const ReportFormFaults = Shape({ faults: Type.Array(FormFault, { minItems: 1, maxItems: 60 }) });

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

/** What one sealed part says: answers, and perhaps that the response is handed in. Of two answers to an item the later part's holds. */
export const AnswerPart = Shape({
  language: Type.String({ minLength: 2, maxLength: 5 }),
  answers: Type.Array(AnswerShape, { maxItems: 60 }),
  submit: Type.Boolean(),
  talkWith: Type.Optional(Id),
});
export type AnswerPart = Static<typeof AnswerPart>;

const PartNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/**
 * Sealed parts in any order. `waiting` is how many more the tablet still has, `setAside` how many it has that can never be handed
 * over. No parts at all says that it is alive.
 */
export const PutParts = Shape({
  parts: Type.Array(Shape({ number: PartNumber, sealed: Type.String({ minLength: 1, maxLength: 40_000 }) }), {
    maxItems: 40,
  }),
  waiting: Count,
  setAside: Type.Optional(Count),
});
export type PutParts = Static<typeof PutParts>;

/**
 * What became of each part. `held`: come too late; the teacher decides. `refused` never changes, and the teacher is told;
 * `left_out`: the teacher decided against it.
 */
export const PartsReceipt = Shape({
  parts: Type.Array(
    Shape({
      number: PartNumber,
      outcome: Type.Union([
        Type.Literal('stored'),
        Type.Literal('held'),
        Type.Literal('refused'),
        Type.Literal('left_out'),
      ]),
      code: Type.Optional(Type.String()),
    }),
  ),
  submitted: Type.Boolean(),
});
export type PartsReceipt = Static<typeof PartsReceipt>;
