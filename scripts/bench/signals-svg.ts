import { writeFileSync } from 'node:fs';

/** The colours of the plots, told apart also by those who do not see red and green (Okabe & Ito 2008). */
export const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#333333'] as const;

export type Axis = {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly title: string;
};

const written = (value: number): string => String(Number(value.toFixed(1)));
const label = (value: number): string => String(Number(value.toFixed(2))).replace('.', ',');

export const text = (x: number, y: number, content: string, anchor = 'start', size = 12): string =>
  `<text x="${written(x)}" y="${written(y)}" font-size="${size}" text-anchor="${anchor}">${content}</text>`;

export const dot = (x: number, y: number, colour: string, radius = 4): string =>
  `<circle cx="${written(x)}" cy="${written(y)}" r="${radius}" fill="${colour}" fill-opacity="0.75"/>`;

export const line = (x1: number, y1: number, x2: number, y2: number, colour: string, width = 1): string =>
  `<path d="M${written(x1)} ${written(y1)}L${written(x2)} ${written(y2)}" stroke="${colour}" stroke-width="${width}"/>`;

/** A square panel with axes; `at` places a value. */
export function panel(left: number, top: number, side: number, across: Axis, up: Axis) {
  const at = (x: number, y: number): [number, number] => [
    left + (side * (x - across.from)) / (across.to - across.from),
    top + side - (side * (y - up.from)) / (up.to - up.from),
  ];
  const ticks = ({ from, to, step }: Axis): number[] =>
    Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
  const marks = [
    `<rect x="${left}" y="${top}" width="${side}" height="${side}" fill="none" stroke="#999"/>`,
    ...ticks(across).map((x) => text(at(x, up.from)[0], top + side + 15, label(x), 'middle', 11)),
    ...ticks(up).map((y) => text(left - 5, at(across.from, y)[1] + 4, label(y), 'end', 11)),
    text(left + side / 2, top + side + 32, across.title, 'middle'),
    `<g transform="translate(${left - 38} ${top + side / 2}) rotate(-90)">${text(0, 0, up.title, 'middle')}</g>`,
  ];
  return { at, marks };
}

export function writeSvg(
  path: string,
  width: number,
  height: number,
  title: string,
  marks: readonly string[],
): void {
  writeFileSync(
    new URL(`../../docs/${path}`, import.meta.url),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" fill="#222">
<title>${title}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${marks.join('\n')}
</svg>
`,
  );
}
