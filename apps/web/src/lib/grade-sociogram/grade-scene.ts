import { tiesBetween, type Choice, type GradeLayout, type Tie } from '@samhold/analysis';
import type { GradeSociogram } from '@samhold/contract';
import type { Spot } from './viewport.ts';

export type PlacedPupil = Spot & GradeSociogram['pupils'][number];

/** A grade as it is drawn, in px from the upper left corner. */
export type GradeScene = {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly pupils: readonly PlacedPupil[];
  readonly ties: readonly Tie[];
  /** In order of name; a class has its place in the list as its mark. */
  readonly classes: readonly (Spot & { readonly className: string })[];
};

/** Room round the outermost marks, for their names and the names of classes. */
const margin = 60;

/** The layout of a grade moved to the corner, with what is known of each pupil and the choices that are shown. */
export const sceneOf = (
  layout: GradeLayout,
  pupils: GradeSociogram['pupils'],
  choices: readonly Choice[],
): GradeScene => {
  const known = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]));
  const points = [...layout.pupils, ...layout.classes];
  const least = (of: (point: Spot) => number): number => Math.min(...points.map(of)) - margin;
  const most = (of: (point: Spot) => number): number => Math.max(...points.map(of)) + margin;
  const [left, top] = [least(({ x }) => x), least(({ y }) => y)];
  return {
    width: most(({ x }) => x) - left,
    height: most(({ y }) => y) - top,
    radius: layout.nodeRadius,
    pupils: layout.pupils.flatMap(({ id, x, y }) => {
      const pupil = known.get(id);
      return pupil === undefined ? [] : [{ ...pupil, x: x - left, y: y - top }];
    }),
    ties: tiesBetween(
      pupils.map(({ pupilId }) => pupilId),
      choices,
    ),
    classes: layout.classes.map(({ className, x, y }) => ({ className, x: x - left, y: y - top })),
  };
};

/** The pupil whose mark is at a point of the picture, or nearest to it within `reach` px. */
export const pupilAt = ({ pupils }: GradeScene, { x, y }: Spot, reach: number): PlacedPupil | null => {
  let [nearest, least]: [PlacedPupil | null, number] = [null, reach * reach];
  for (const pupil of pupils) {
    const square = (pupil.x - x) ** 2 + (pupil.y - y) ** 2;
    if (square <= least) [nearest, least] = [pupil, square];
  }
  return nearest;
};
