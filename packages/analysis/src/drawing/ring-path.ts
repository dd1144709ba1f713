import type { DrawnRing } from '../layout/layout-target.ts';
import type { Point } from '../layout/sociogram.ts';

type Frame = { readonly width: number; readonly height: number };

const fixed = (value: number): string => String(Math.round(value * 100) / 100);
const nearly = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

/**
 * The outline of a ring of the target as SVG path data, wholly in the frame and `inset` px from its edge: the ellipse, and where it
 * reaches further than the frame, the frame's edge, so that every ring is seen all round.
 */
export const ringPath = (
  { radiusX: rx, radiusY: ry }: Pick<DrawnRing, 'radiusX' | 'radiusY'>,
  centre: Point,
  { width, height }: Frame,
  inset = 2,
): string => {
  const edge = { left: inset, top: inset, right: width - inset, bottom: height - inset };
  const isInFrame = ({ x, y }: Point): boolean =>
    x > edge.left - 1e-6 && x < edge.right + 1e-6 && y > edge.top - 1e-6 && y < edge.bottom + 1e-6;
  const isInRing = ({ x, y }: Point): boolean => ((x - centre.x) / rx) ** 2 + ((y - centre.y) / ry) ** 2 <= 1;
  const angleOf = ({ x, y }: Point): number => Math.atan2((y - centre.y) / ry, (x - centre.x) / rx);
  const at = ({ x, y }: Point): string => `${fixed(x)} ${fixed(y)}`;

  const corners = [edge.left, edge.right].flatMap((x) => [edge.top, edge.bottom].map((y) => ({ x, y })));
  const crossings = [
    ...[edge.left, edge.right].flatMap((x) => {
      const reach = 1 - ((x - centre.x) / rx) ** 2;
      return reach <= 0 ? [] : [-1, 1].map((side) => ({ x, y: centre.y + side * ry * Math.sqrt(reach) }));
    }),
    ...[edge.top, edge.bottom].flatMap((y) => {
      const reach = 1 - ((y - centre.y) / ry) ** 2;
      return reach <= 0 ? [] : [-1, 1].map((side) => ({ x: centre.x + side * rx * Math.sqrt(reach), y }));
    }),
  ].filter(isInFrame);
  const stops = [...crossings, ...corners.filter(isInRing)].sort((a, b) => angleOf(a) - angleOf(b));
  const [first] = stops;
  if (first === undefined) {
    const [right, left] = [
      { ...centre, x: centre.x + rx },
      { ...centre, x: centre.x - rx },
    ];
    const half = (to: Point): string => `A${fixed(rx)} ${fixed(ry)} 0 0 1 ${at(to)}`;
    return `M${at(right)}${half(left)}${half(right)}Z`;
  }
  const onOneEdge = (a: Point, b: Point): boolean =>
    (nearly(a.x, b.x) && (nearly(a.x, edge.left) || nearly(a.x, edge.right))) ||
    (nearly(a.y, b.y) && (nearly(a.y, edge.top) || nearly(a.y, edge.bottom)));
  const steps = stops.map((from, k) => {
    const to = stops[k + 1] ?? first;
    const turn = (angleOf(to) - angleOf(from) + 2 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
    const middle = angleOf(from) + turn / 2;
    const between = { x: centre.x + rx * Math.cos(middle), y: centre.y + ry * Math.sin(middle) };
    if (onOneEdge(from, to) && !isInFrame(between)) return `L${at(to)}`;
    return `A${fixed(rx)} ${fixed(ry)} 0 ${turn > Math.PI ? 1 : 0} 1 ${at(to)}`;
  });
  return `M${at(first)}${steps.join('')}Z`;
};
