import { layoutSociogram } from '@samhold/analysis';
import type { SociogramInput, SociogramLayout } from '@samhold/analysis';
import type { ShownNetwork } from './shown-network.ts';

type Class = Pick<SociogramInput, 'pupils' | 'choices'>;

/** Drawn in turn, each from where the one before ended, so that a pupil stays near the same place. The last is shown. */
export type PictureRequest = readonly [Class, ...Class[]];

/** All criteria together, and from them the one shown, unless all are (null). */
export const pictureRequest = (whole: ShownNetwork, criterion: ShownNetwork | null): PictureRequest =>
  criterion === null ? [classOf(whole)] : [classOf(whole), classOf(criterion)];

const classOf = ({ pupils, choices }: ShownNetwork): Class => ({
  pupils: pupils.map(({ pupilId, label }) => ({ id: pupilId, label })),
  choices,
});

const frame = { width: 1000, height: 750, seed: 1 };
/** In px of the frame, for names in letters of 16 px. */
const letters = { characterWidth: 10, labelHeight: 19 };

export const drawPicture = ([first, ...rest]: PictureRequest): SociogramLayout =>
  rest.reduce(
    (before, next) => {
      const previous = new Map(before.pupils.map(({ id, x, y }) => [id, { x, y }]));
      return layoutSociogram({ ...next, ...frame, previous }, letters);
    },
    layoutSociogram({ ...first, ...frame }, letters),
  );
