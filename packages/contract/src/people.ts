import Type, { type Static } from 'typebox';
import { Day, Id, PupilLabel, Shape } from './shared-shapes.ts';
import { RelationKind } from './staff-session.ts';

const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });

/** `proposed` waits for leadership, `coming` begins later, `ended` gives nothing any more. */
export const RelationState = Type.Union([
  Type.Literal('proposed'),
  Type.Literal('coming'),
  Type.Literal('active'),
  Type.Literal('ended'),
]);
export type RelationState = Static<typeof RelationState>;

/** First and last day included. `confirmed` is false for a proposal that was declined, withdrawn or ran out. */
export const RelationView = Shape({
  relationId: Id,
  kind: RelationKind,
  classId: Type.Union([Id, Type.Null()]),
  className: Type.Union([Type.String(), Type.Null()]),
  fromOn: Day,
  toOn: Type.Union([Day, Type.Null()]),
  state: RelationState,
  confirmed: Type.Boolean(),
  /** When Feide last named the person as teacher of the class; null when it has not, or is not asked. */
  namedByFeideOn: Type.Union([Day, Type.Null()]),
});
export type RelationView = Static<typeof RelationView>;

export const StaffEntry = Shape({
  staffId: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  active: Type.Boolean(),
  /** Has a sign-in of their own. */
  signsIn: Type.Boolean(),
  /** An account of this installation's own: `first` until a password is chosen. */
  account: Type.Union([Type.Literal('none'), Type.Literal('first'), Type.Literal('set_up')]),
  trainedOn: Type.Union([Day, Type.Null()]),
  relations: Type.Array(RelationView),
});
export type StaffEntry = Static<typeof StaffEntry>;

export const StaffList = Shape({
  today: Day,
  /** Whoever asks. */
  ownStaffId: Id,
  /** There is a leadership that confirms; before that, the administrator's first proposal of one is confirmed at once. */
  hasLeadership: Type.Boolean(),
  /** Of the years that have not ended. */
  classes: Type.Array(Shape({ classId: Id, name: Type.String(), schoolYear: Type.String() })),
  staff: Type.Array(StaffEntry),
});
export type StaffList = Static<typeof StaffList>;

export const PersonName = Shape({ givenName: Name, familyName: Name });
export type PersonName = Static<typeof PersonName>;

export const AddedPerson = Shape({ staffId: Id });
export type AddedPerson = Static<typeof AddedPerson>;

/** `classId` for a contact teacher and a substitute, and nobody else. Without `toOn` it holds until somebody ends it. */
export const GiveRelation = Shape({
  kind: RelationKind,
  classId: Type.Optional(Id),
  fromOn: Day,
  toOn: Type.Optional(Day),
});
export type GiveRelation = Static<typeof GiveRelation>;

export const ConfirmRelations = Shape({ relationIds: Type.Array(Id, { minItems: 1, maxItems: 200 }) });
export type ConfirmRelations = Static<typeof ConfirmRelations>;

export const ConfirmTraining = Shape({
  staffIds: Type.Array(Id, { minItems: 1, maxItems: 200 }),
  heldOn: Day,
});
export type ConfirmTraining = Static<typeof ConfirmTraining>;

export const HidePupil = Shape({ pupilId: Id, givenName: Name, familyName: Name });
export type HidePupil = Static<typeof HidePupil>;

/** For leadership only: pupils known here by an alias. */
export const HiddenPupils = Shape({
  classes: Type.Array(Shape({ classId: Id, name: Type.String(), schoolYear: Type.String() })),
  pupils: Type.Array(
    Shape({
      pupilId: Id,
      givenName: Type.String(),
      familyName: Type.String(),
      className: Type.Union([Type.String(), Type.Null()]),
      hiddenOn: Day,
    }),
  ),
});
export type HiddenPupils = Static<typeof HiddenPupils>;

/** Whom leadership chooses among when hiding somebody, and a name nobody in the class has. */
export const PupilsToHide = Shape({
  classId: Id,
  className: Type.String(),
  pupils: Type.Array(PupilLabel),
  suggestion: PersonName,
});
export type PupilsToHide = Static<typeof PupilsToHide>;
