import { layoutSociogram } from '../layout/layout-sociogram.ts';
import type { TargetInput, TargetLayout } from '../layout/layout-target.ts';
import { layoutTarget } from '../layout/layout-target.ts';
import type { HandPlaces } from '../layout/place-by-hand.ts';
import { placeByHand } from '../layout/place-by-hand.ts';
import type { SociogramLayout } from '../layout/sociogram.ts';
import type { ShownNetwork } from './shown-network.ts';

type Class = Pick<TargetInput, 'pupils' | 'choices' | 'respondents'> & { readonly places: HandPlaces };

/**
 * The class on all criteria in each round up to the one shown, oldest first: each is drawn from where the one before ended,
 * so that a pupil stays near the same place. The last one, or its one `criterion`, is shown: as a network, or as a target in
 * which a pupil keeps its direction.
 */
export type PictureRequest = {
  readonly rounds: readonly [...Class[], Class];
  readonly criterion: Class | null;
  readonly as: 'network' | 'target';
};

/** A target has rings around its middle. */
export type Picture = SociogramLayout & Partial<Pick<TargetLayout, 'centre' | 'rings'>>;

/** All criteria together, and from them the one shown, unless all are (null); after the rounds before it, oldest first. */
export const pictureRequest = (
  whole: ShownNetwork,
  criterion: ShownNetwork | null,
  as: PictureRequest['as'] = 'network',
  earlier: readonly ShownNetwork[] = [],
): PictureRequest => ({
  rounds: [...earlier.map(classOf), classOf(whole)],
  criterion: criterion === null ? null : classOf(criterion),
  as,
});

const nobody: HandPlaces = new Map();

const classOf = ({ pupils, choices, places }: ShownNetwork): Class => ({
  pupils: pupils.map(({ pupilId, label }) => ({ id: pupilId, label })),
  respondents: pupils.filter(({ responded }) => responded).map(({ pupilId }) => pupilId),
  choices,
  places: places ?? nobody,
});

const frame = { width: 1000, height: 750, seed: 1 };
/** In px of the frame, for names in letters of 16 px. */
export const pictureLetters = { characterWidth: 10, labelHeight: 19 };

const placesIn = (picture: SociogramLayout | null) =>
  picture && { previous: new Map(picture.pupils.map(({ id, x, y }) => [id, { x, y }])) };

/** The network of a class from where an earlier picture ended, before anybody is moved by hand. */
export const drawNetwork = (
  { pupils, choices }: Pick<Class, 'pupils' | 'choices'>,
  before: SociogramLayout | null,
): SociogramLayout => layoutSociogram({ pupils, choices, ...frame, ...placesIn(before) }, pictureLetters);

/** The picture asked for, in a frame of 1000 × 750 px. The same request gives the same picture, on a screen and in a file. */
export const drawPicture = (
  { rounds, criterion, as }: PictureRequest,
  draw: typeof drawNetwork = drawNetwork,
): Picture => {
  let before: SociogramLayout | null = null;
  let drawn: SociogramLayout | null = null;
  for (const round of rounds) {
    drawn = draw(round, before);
    before = placeByHand(drawn, round.places, pictureLetters);
  }
  const shown = criterion ?? rounds.at(-1) ?? { pupils: [], choices: [], respondents: [], places: nobody };
  // From where it was before hands moved anybody, so that moving one pupil draws no other anew.
  const network = placeByHand(
    criterion ? draw(criterion, drawn) : (drawn ?? draw(shown, null)),
    shown.places,
    pictureLetters,
  );
  if (as === 'network') return network;
  return layoutTarget({ ...shown, ...frame, ...placesIn(network) }, pictureLetters);
};
