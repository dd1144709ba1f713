import Type, { type Static } from 'typebox';
import { Moment, PupilLabel, Shape } from './shared-shapes.ts';

/** What the QR code of a badge carries, or the short code that is printed under it. */
export const EnterByBadge = Type.Union([
  Shape({ token: Type.String({ minLength: 20, maxLength: 64 }) }),
  Shape({ code: Type.String({ minLength: 10, maxLength: 14 }) }),
]);
export type EnterByBadge = Static<typeof EnterByBadge>;

/** Whose badges of the class are in use, and since when; and who gets in by a school account. */
export const ClassBadges = Shape({
  className: Type.String(),
  badges: Type.Array(
    Shape({
      pupil: PupilLabel,
      madeAt: Type.Union([Moment, Type.Null()]),
      accountSince: Type.Union([Moment, Type.Null()]),
    }),
  ),
});
export type ClassBadges = Static<typeof ClassBadges>;

/** New badges for those without one, or for all: then the old ones stop working. */
export const PrintBadges = Shape({ renew: Type.Union([Type.Literal('missing'), Type.Literal('all')]) });
export type PrintBadges = Static<typeof PrintBadges>;
