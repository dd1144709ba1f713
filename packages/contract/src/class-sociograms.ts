import Type, { type Static } from 'typebox';
import { OutsideCounts } from './results.ts';
import { Id, Shape } from './shared-shapes.ts';
import { SittingSummary } from './sittings.ts';

/** In whole px of the picture's frame of 1000 × 750, from its upper left corner. */
const Place = Shape({
  x: Type.Integer({ minimum: 0, maximum: 1000 }),
  y: Type.Integer({ minimum: 0, maximum: 750 }),
});

/** One round of a class: who was on its list, who answered what was asked, and whom they chose. */
export const SociogramRound = Shape({
  sitting: SittingSummary,
  pupils: Type.Array(Shape({ pupilId: Id, label: Type.String(), responded: Type.Boolean() })),
  criteria: Type.Array(
    Shape({
      criterionId: Type.String(),
      title: Type.String(),
      respondents: Type.Array(Id),
      choices: Type.Array(Shape({ from: Id, to: Id })),
    }),
  ),
  givenOutside: OutsideCounts,
  /** Of the pupils somebody has moved by hand. */
  places: Type.Array(Shape({ pupilId: Id, place: Place })),
});
export type SociogramRound = Static<typeof SociogramRound>;

/** Every round of a class, oldest first. A pupil is called the same in all of them. */
export const ClassSociograms = Shape({
  classId: Id,
  className: Type.String(),
  rounds: Type.Array(SociogramRound),
});
export type ClassSociograms = Static<typeof ClassSociograms>;

/** The pupils moved, each to a place, or back to where the picture puts them when null. All others stay as they are. */
export const MovePupils = Shape({
  moved: Type.Array(Shape({ pupilId: Id, place: Type.Union([Place, Type.Null()]) }), {
    minItems: 1,
    maxItems: 500,
  }),
});
export type MovePupils = Static<typeof MovePupils>;

/** Where all who were moved stand now, also those whom others moved. */
export const SociogramPlaces = Shape({ places: SociogramRound.properties.places });
export type SociogramPlaces = Static<typeof SociogramPlaces>;
