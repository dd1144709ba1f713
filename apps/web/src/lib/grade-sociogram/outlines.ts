import type { GradeScene, PlacedPupil } from './grade-scene.ts';
import type { Spot } from './viewport.ts';

/** Corners and turn of a class's mark; none is a circle. The first classes differ most. */
const marks = [
  { corners: 0, turn: 0 },
  { corners: 4, turn: 45 },
  { corners: 3, turn: -90 },
  { corners: 4, turn: 0 },
  { corners: 6, turn: 0 },
] as const;
/** How many tints there are; with the five marks, 30 classes can be told apart. */
const tints = 6;

export const tintOf = (place: number): number => place % tints;

const near = (value: number): string => value.toFixed(1);
const at = ({ x, y }: Spot): string => `${near(x)} ${near(y)}`;

/** The outline of one mark of about the area of a circle of the radius, as SVG path data. */
const markAt = ({ x, y }: Spot, radius: number, place: number): string => {
  const { corners, turn } = marks[place % marks.length] ?? marks[0];
  if (corners === 0)
    return `M${at({ x: x - radius, y })}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  const reach = radius * Math.sqrt((2 * Math.PI) / (corners * Math.sin((2 * Math.PI) / corners)));
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = ((turn + (360 * corner) / corners) * Math.PI) / 180;
    return at({ x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) });
  });
  return `M${points.join('L')}z`;
};

/** One mark alone, for the legend, in a box of `2.6 · radius`. */
export const legendMark = (radius: number, place: number): string =>
  markAt({ x: 1.3 * radius, y: 1.3 * radius }, radius, place);

/** The marks of one class, those who answered apart from those who did not. */
export const marksOf = (
  { pupils, radius }: GradeScene,
  className: string,
  place: number,
  shown: (pupil: PlacedPupil) => boolean = () => true,
): { readonly answered: string; readonly absent: string } => {
  const own = pupils.filter((pupil) => pupil.className === className && shown(pupil));
  const outline = (responded: boolean): string =>
    own.flatMap((pupil) => (pupil.responded === responded ? [markAt(pupil, radius, place)] : [])).join('');
  return { answered: outline(true), absent: outline(false) };
};

export type TieOutlines = {
  readonly mutual: string;
  readonly oneWay: string;
  /** Of the arrows of those that go one way. */
  readonly heads: string;
};

const head = { length: 9, half: 4 };

/** Ties as straight lines from mark to mark; one-way ones end in an arrow. */
export const tieOutlines = ({ pupils, radius }: GradeScene, ties: GradeScene['ties']): TieOutlines => {
  const places = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]));
  const outlines = { mutual: [] as string[], oneWay: [] as string[], heads: [] as string[] };
  for (const tie of ties) {
    const [from, to] = [places.get(tie.from), places.get(tie.to)];
    if (from === undefined || to === undefined) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    const off = radius + 2;
    const begin = { x: from.x + dx * off, y: from.y + dy * off };
    const end = { x: to.x - dx * off, y: to.y - dy * off };
    if (tie.mutual) {
      outlines.mutual.push(`M${at(begin)}L${at(end)}`);
      continue;
    }
    const base = { x: end.x - dx * head.length, y: end.y - dy * head.length };
    const side = (by: number): Spot => ({ x: base.x - dy * by, y: base.y + dx * by });
    outlines.oneWay.push(`M${at(begin)}L${at(base)}`);
    outlines.heads.push(`M${at(end)}L${at(side(head.half))}L${at(side(-head.half))}z`);
  }
  return {
    mutual: outlines.mutual.join(''),
    oneWay: outlines.oneWay.join(''),
    heads: outlines.heads.join(''),
  };
};
