import type { GradeScene } from './grade-scene.ts';

/** Pupils in rows 60 px apart, the class turning with each row; the first of a row chooses the second, who chooses back in odd rows. */
export const rowsOf = (rows: number, inRow: number, label = (id: string): string => id): GradeScene => {
  const ids = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: inRow }, (__, at) => `p${row}-${at}`),
  );
  return {
    width: 60 * (inRow + 1),
    height: 60 * (rows + 1),
    radius: 10,
    pupils: ids.flatMap((row, y) =>
      row.map((pupilId, x) => ({
        pupilId,
        label: label(pupilId),
        className: y % 2 === 0 ? 'A' : 'B',
        responded: x > 0,
        x: 60 * (x + 1),
        y: 60 * (y + 1),
      })),
    ),
    ties: ids.map((row, y) => ({ from: row[0] ?? '', to: row[1] ?? '', mutual: y % 2 === 1 })),
    classes: [
      { className: 'A', x: 0, y: 0 },
      { className: 'B', x: 0, y: 0 },
    ],
  };
};
