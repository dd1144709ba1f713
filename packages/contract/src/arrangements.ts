import Type, { type Static } from 'typebox';
import { Day, Id, Moment, Shape } from './shared-shapes.ts';

const whole = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
const Pairs = Type.Array(Type.Tuple([Id, Id]), { maxItems: 200 });
const Pupils = Type.Array(Id, { maxItems: 120 });
/** The number of a group, or the name of a seat in its room. */
const Place = Type.String({ pattern: '^[0-9]{1,3}(-[0-9]{1,3})?$' });

const GroupNumbers = Type.Union([Shape({ size: whole(1, 60) }), Shape({ groups: whole(1, 60) })]);

/** A classroom as the teacher drew it; the front is towards the board. */
export const DrawnRoom = Type.Union([
  Shape({ shape: Type.Literal('rows'), rows: whole(1, 12), seats: whole(1, 12) }),
  Shape({ shape: Type.Literal('desks'), rows: whole(1, 12), desks: whole(1, 8), seats: whole(1, 6) }),
  Shape({ shape: Type.Literal('horseshoe'), seats: whole(1, 60) }),
  Shape({
    shape: Type.Literal('free'),
    /** Column from the left and row from the board, from 0. */
    cells: Type.Array(Shape({ x: whole(0, 23), y: whole(0, 15) }), { maxItems: 120 }),
    /** Those behind each other sit together too, as round a table. */
    facing: Type.Boolean(),
  }),
]);
export type DrawnRoom = Static<typeof DrawnRoom>;

const Asked = {
  /** Not with the others this time. */
  absent: Pupils,
  apart: Pairs,
  together: Pairs,
  /** Of the sociogram, those whose wishes counted. */
  criteria: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 8 }),
  /** Of the wishes, those for somebody the pupil has not been with before go first. */
  preferNew: Type.Boolean(),
};

export const AskedGroups = Shape({ kind: Type.Literal('groups'), sizes: GroupNumbers, ...Asked });
export type AskedGroups = Static<typeof AskedGroups>;

export const AskedSeating = Shape({
  kind: Type.Literal('seating'),
  room: DrawnRoom,
  fixed: Type.Array(Shape({ pupilId: Id, place: Place }), { maxItems: 120 }),
  nearFront: Pupils,
  ...Asked,
});
export type AskedSeating = Static<typeof AskedSeating>;

const Placed = Type.Array(Shape({ pupilId: Id, place: Place }), { minItems: 1, maxItems: 120 });

const Made = {
  arrangementId: Id,
  /** The day it is taken in use. */
  usedFrom: Day,
  asked: Type.Union([AskedGroups, AskedSeating]),
  placed: Placed,
};

/** Groups or seats to take in use. The same one sent twice is one. */
export const NewArrangement = Shape(Made);
export type NewArrangement = Static<typeof NewArrangement>;

export const Arrangement = Shape({ ...Made, madeBy: Type.String(), madeAt: Moment });
export type Arrangement = Static<typeof Arrangement>;

export const PutAside = Shape({ putAside: Type.Boolean() });
export type PutAside = Static<typeof PutAside>;

/** All that placing a class needs. */
export const ClassArrangements = Shape({
  classId: Id,
  className: Type.String(),
  /** `onList`: in the class today. The others are only in earlier arrangements. */
  pupils: Type.Array(Shape({ pupilId: Id, label: Type.String(), onList: Type.Boolean() })),
  /** Of the latest sociogram that is closed; null when there is none. */
  wishes: Type.Union([
    Shape({
      roundName: Type.String(),
      closedAt: Moment,
      responded: Type.Array(Id),
      criteria: Type.Array(
        Shape({
          criterionId: Type.String(),
          title: Type.String(),
          choices: Type.Array(Shape({ from: Id, to: Id })),
        }),
      ),
    }),
    Type.Null(),
  ]),
  /** Newest first, without what is put aside. */
  earlier: Type.Array(Arrangement),
});
export type ClassArrangements = Static<typeof ClassArrangements>;
