import Type, { type Static } from 'typebox';
import { Id, Moment, PupilLabel, Shape } from './shared-shapes.ts';

/** A pupil who asked to talk with an adult. Who it is, is shown when somebody has opened the wish. */
export const TalkWishView = Shape({
  sittingId: Id,
  pupilId: Id,
  className: Type.String(),
  pupil: Type.Union([PupilLabel, Type.Null()]),
  adult: Type.String(),
  /** Asked of whoever reads this; else nobody opened it in time, and it was passed on to the social teachers. */
  own: Type.Boolean(),
  wishedAt: Moment,
  handledAt: Type.Union([Moment, Type.Null()]),
});
export type TalkWishView = Static<typeof TalkWishView>;

/** Newest first. */
export const TalkWishList = Shape({ wishes: Type.Array(TalkWishView) });
export type TalkWishList = Static<typeof TalkWishList>;

/** Whom pupils can ask to talk with. */
export const TalkChoice = Shape({
  /** The contact teachers of the pupil's class. */
  contactTeachers: Type.Boolean(),
  staffIds: Type.Array(Id, { maxItems: 40 }),
});
export type TalkChoice = Static<typeof TalkChoice>;

const Chosen = Type.Union([TalkChoice, Type.Null()]);

/** A class without a choice of its own has the school's; a school without one has contact teachers and social teachers. */
export const TalkAdults = Shape({
  staff: Type.Array(Shape({ staffId: Id, name: Type.String() })),
  forAll: Chosen,
  classes: Type.Array(
    Shape({
      classId: Id,
      name: Type.String(),
      choice: Chosen,
      /** The names pupils of the class choose among now. */
      offered: Type.Array(Type.String()),
    }),
  ),
});
export type TalkAdults = Static<typeof TalkAdults>;

/** `classId` null: for all classes. `choice` null: as if nothing had been chosen. */
export const ChooseTalkAdults = Shape({ classId: Type.Union([Id, Type.Null()]), choice: Chosen });
export type ChooseTalkAdults = Static<typeof ChooseTalkAdults>;
