import type { HandPlaces } from '../layout/place-by-hand.ts';
import { placeWhenDropped, placeWhenStepped } from '../layout/place-by-hand.ts';
import type { Point, SociogramLayout } from '../layout/sociogram.ts';
import { pictureLetters } from './picture-request.ts';

/** While a pupil is being dragged: only that circle, its name and the ends of its ties follow; nothing is laid anew. */
export const withDragged = (picture: SociogramLayout, id: string, { x, y }: Point): SociogramLayout => ({
  ...picture,
  pupils: picture.pupils.map((pupil) =>
    pupil.id === id
      ? {
          ...pupil,
          x,
          y,
          labelBox: {
            ...pupil.labelBox,
            left: pupil.labelBox.left + x - pupil.x,
            top: pupil.labelBox.top + y - pupil.y,
          },
        }
      : pupil,
  ),
  ties: picture.ties.map((tie) => (tie.from === id || tie.to === id ? { ...tie, control: null } : tie)),
});

/** placeWhenDropped and placeWhenStepped for a picture drawn by drawPicture. */
export const droppedAt = (picture: SociogramLayout, places: HandPlaces, id: string, wanted: Point): Point =>
  placeWhenDropped(picture, places, id, wanted, pictureLetters);
export const steppedTo = (picture: SociogramLayout, places: HandPlaces, id: string, step: Point): Point =>
  placeWhenStepped(picture, places, id, step, pictureLetters);
