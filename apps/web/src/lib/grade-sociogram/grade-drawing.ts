import type { GradeScene, PlacedPupil } from './grade-scene.ts';
import { namesWithRoom } from './names-with-room.ts';
import { marksOf, tieOutlines, type TieOutlines } from './outlines.ts';

type Marks = readonly (ReturnType<typeof marksOf> & { readonly place: number })[];

/** What is drawn of a grade, the same as SVG and on a canvas. Outlines are SVG path data in px of the picture. */
export type GradeDrawing = {
  readonly scene: GradeScene;
  readonly ties: TieOutlines;
  readonly marks: Marks;
  /** The pupil looked at with those tied to the pupil; everything else stands back. */
  readonly lit: { readonly ties: TieOutlines; readonly marks: Marks } | null;
  readonly names: readonly PlacedPupil[];
};

type Wish = { readonly mutualOnly: boolean; readonly namesHidden: boolean; readonly focused: string | null };

export const drawGrade = (
  scene: GradeScene,
  { mutualOnly, namesHidden, focused }: Wish,
  scale: number,
): GradeDrawing => {
  const shown = scene.ties.filter(({ mutual }) => mutual || !mutualOnly);
  const own = shown.filter(({ from, to }) => from === focused || to === focused);
  const near = new Set([focused, ...own.flatMap(({ from, to }) => [from, to])]);
  const marks = (of?: (pupil: PlacedPupil) => boolean): Marks =>
    scene.classes.map(({ className }, place) => ({ place, ...marksOf(scene, className, place, of) }));
  const room = namesHidden || focused !== null ? null : namesWithRoom(scene, scale);
  return {
    scene,
    ties: tieOutlines(scene, shown),
    marks: marks(),
    lit:
      focused === null
        ? null
        : {
            ties: tieOutlines(scene, own),
            marks: marks(({ pupilId }) => near.has(pupilId)),
          },
    names: namesHidden
      ? []
      : scene.pupils.filter(({ pupilId }) => (room === null ? near.has(pupilId) : room.has(pupilId))),
  };
};
