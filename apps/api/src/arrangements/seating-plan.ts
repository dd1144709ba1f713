import type { Room } from '@samhold/analysis';
import { makeDocument } from '../documents/document.ts';
import { wallFrame, type WallSheet } from './wall-sheet.ts';

/** Millimetres of the page below its heading, for the rows of seats. */
const depth = 132;
/** Between rows and between desks, in parts of a seat. */
const aisle = 0.3;

/** The letters are as large as the longest word of a name allows, alike for all; longer names go over two lines. */
const body = `
#align(center, block(width: 45%, inset: 2mm, stroke: 0.6pt + grey, radius: 1mm, below: 6mm)[Tavle])
#layout(page => {
  let width = page.width / content.parts - 4mm
  let fits(size) = content.words.all(word => measure(text(size: size, weight: "bold", word)).width <= width)
  let size = range(17, 7, step: -1).map(it => it * 1pt).find(fits)
  let seat(label) = block(width: 100%, height: 100%, inset: 1mm, radius: 1.2mm,
    stroke: if label == "" { (paint: hairline, thickness: 0.6pt, dash: "dashed") } else { 0.8pt + ink },
    align(center + horizon, text(size: if size == none { 8pt } else { size }, weight: "bold", hyphenate: true, name(label))))
  grid(columns: content.columns.map(it => it * 1fr), rows: content.rows.map(it => it * 1mm), column-gutter: 1mm, row-gutter: 1mm,
    ..content.seats.map(it => grid.cell(x: it.x, y: it.y, seat(it.label))))
})
`;

/** The part of each column or row: a whole one where there are seats. */
const tracks = (places: readonly number[]): readonly number[] => {
  const used = new Set(places);
  return Array.from({ length: Math.max(...places) + 1 }, (_, at) => (used.has(at) ? 1 : aisle));
};

/** The classroom from above, the board on top, with a name on each seat in use; read row by row from the board. */
export const seatingPlan = ({ room, ...sheet }: WallSheet & { readonly room: Room }): Buffer => {
  const [left, top] = [Math.min(...room.seats.map(({ x }) => x)), Math.min(...room.seats.map(({ y }) => y))];
  const at = new Map(sheet.pupils.map(({ label, place }) => [place, label]));
  const seats = room.seats
    .map(({ id, x, y }) => ({ x: x - left, y: y - top, label: at.get(id) ?? '' }))
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const columns = tracks(seats.map(({ x }) => x));
  const rows = tracks(seats.map(({ y }) => y));
  const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
  const height = Math.min(20, (depth - rows.length) / sum(rows));
  return makeDocument(wallFrame(sheet, 'Plassene i klasserommet', true), body, {
    columns,
    parts: sum(columns),
    rows: rows.map((part) => part * height),
    seats,
    words: seats.flatMap(({ label }) => label.split(/(?<=[ -])/)),
  });
};
