import Type, { type Static } from 'typebox';
import { SchoolYearRef } from './calendar.ts';
import { Day, Id, Moment, Shape } from './shared-shapes.ts';

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

/** What the rounds of a school year rest on (P1): recorded whole, never changed; the newest counts. */
export const NewGround = Shape({
  schoolYearId: Id,
  purpose: Words(2000),
  legalReference: Words(1000),
  letterVersion: Words(60),
  letterApprovedOn: Day,
  /** The day guardians were informed. */
  letterSentOn: Day,
  dpiaVersion: Words(60),
  dpiaApprovedOn: Day,
});
export type NewGround = Static<typeof NewGround>;

export const GroundView = Shape({
  ...Type.Omit(NewGround, ['schoolYearId']).properties,
  recordedAt: Moment,
  recordedBy: Type.Union([Type.String(), Type.Null()]),
});
export type GroundView = Static<typeof GroundView>;

/** `year` is null for a school without a school year. The newest comes first. */
export const GroundsView = Shape({
  today: Day,
  schoolName: Type.String(),
  years: Type.Array(SchoolYearRef),
  year: Type.Union([SchoolYearRef, Type.Null()]),
  grounds: Type.Array(GroundView),
});
export type GroundsView = Static<typeof GroundsView>;

export const GroundsQuery = Shape({ schoolYearId: Type.Optional(Id) });
