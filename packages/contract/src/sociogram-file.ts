import Type, { type Static } from 'typebox';
import { Shape } from './shared-shapes.ts';

/** A `png` is made of the drawing by whoever asks: the answer is the same drawing as SVG. */
export const SociogramFileFormat = Type.Union([
  Type.Literal('svg'),
  Type.Literal('png'),
  Type.Literal('pdf'),
  Type.Literal('csv-choices'),
  Type.Literal('csv-matrix'),
  Type.Literal('xlsx'),
  Type.Literal('graphml'),
  Type.Literal('gexf'),
]);
export type SociogramFileFormat = Static<typeof SociogramFileFormat>;

/** What of a sociogram is saved as a file. All criteria together when none is named; names are numbers when hidden. */
export const SociogramFileWish = Shape({
  format: SociogramFileFormat,
  view: Type.Union([Type.Literal('network'), Type.Literal('target')]),
  criterion: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  mutual: Type.Optional(Type.Literal('only')),
  names: Type.Optional(Type.Literal('hidden')),
});
export type SociogramFileWish = Static<typeof SociogramFileWish>;
