import type { GradeScene } from './grade-scene.ts';

/** Of a name on the screen, in px. */
export const nameSize = 12;
const letterWidth = 6.6;
const lineHeight = 14;

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * The pupils whose names have room under their marks when the picture is `scale` times as large as it is drawn and names
 * are always of one size on the screen: over no other mark and no other name. From the top down, so that nobody's name
 * waits for how often a pupil is chosen.
 */
export const namesWithRoom = ({ pupils, radius }: GradeScene, scale: number): ReadonlySet<string> => {
  const boxes = pupils
    .map(({ pupilId, label, x, y }) => {
      const [middle, below] = [x * scale, (y + radius) * scale + 2];
      const half = (label.length * letterWidth) / 2;
      const reach = radius * scale;
      return {
        pupilId,
        name: { left: middle - half, right: middle + half, top: below, bottom: below + lineHeight },
        mark: {
          left: middle - reach,
          right: middle + reach,
          top: y * scale - reach,
          bottom: y * scale + reach,
        },
      };
    })
    .sort((a, b) => a.name.top - b.name.top || a.name.left - b.name.left);
  const written: Box[] = [];
  const named = new Set<string>();
  for (const { pupilId, name } of boxes) {
    if (boxes.some((other) => other.pupilId !== pupilId && meet(name, other.mark))) continue;
    if (written.some((other) => meet(name, other))) continue;
    written.push(name);
    named.add(pupilId);
  }
  return named;
};
