import { layoutSociogram } from '../layout/layout-sociogram.ts';
import type { TargetInput, TargetLayout } from '../layout/layout-target.ts';
import { layoutTarget } from '../layout/layout-target.ts';
import type { SociogramLayout } from '../layout/sociogram.ts';
import type { ShownNetwork } from './shown-network.ts';

type Class = Pick<TargetInput, 'pupils' | 'choices' | 'respondents'>;

/**
 * Classes drawn in turn, each from where the one before ended, so that a pupil stays near the same place. The last is shown: as a
 * network, or as a target in which a pupil keeps its direction.
 */
export type PictureRequest = {
  readonly classes: readonly [Class, ...Class[]];
  readonly as: 'network' | 'target';
};

/** A target has rings around its middle. */
export type Picture = SociogramLayout & Partial<Pick<TargetLayout, 'centre' | 'rings'>>;

/** All criteria together, and from them the one shown, unless all are (null). */
export const pictureRequest = (
  whole: ShownNetwork,
  criterion: ShownNetwork | null,
  as: PictureRequest['as'] = 'network',
): PictureRequest => ({
  classes: criterion === null ? [classOf(whole)] : [classOf(whole), classOf(criterion)],
  as,
});

const classOf = ({ pupils, choices }: ShownNetwork): Class => ({
  pupils: pupils.map(({ pupilId, label }) => ({ id: pupilId, label })),
  respondents: pupils.filter(({ responded }) => responded).map(({ pupilId }) => pupilId),
  choices,
});

const frame = { width: 1000, height: 750, seed: 1 };
/** In px of the frame, for names in letters of 16 px. */
const letters = { characterWidth: 10, labelHeight: 19 };

const placesIn = ({ pupils }: SociogramLayout) => new Map(pupils.map(({ id, x, y }) => [id, { x, y }]));

/** The picture asked for, in a frame of 1000 × 750 px. The same request gives the same picture, on a screen and in a file. */
export const drawPicture = ({ classes: [first, ...rest], as }: PictureRequest): Picture => {
  const network = rest.reduce(
    (before, next) => layoutSociogram({ ...next, ...frame, previous: placesIn(before) }, letters),
    layoutSociogram({ ...first, ...frame }, letters),
  );
  if (as === 'network') return network;
  return layoutTarget({ ...(rest.at(-1) ?? first), ...frame, previous: placesIn(network) }, letters);
};
