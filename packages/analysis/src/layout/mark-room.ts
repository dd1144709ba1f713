import type { DrawingSizes } from './label-box.ts';
import { fitLabel, labelWidth } from './label-box.ts';

/**
 * The room each pupil's mark needs: a rectangle round the circle and the label under it, `half[i]` px to each side
 * of the centre, `up` above it and `down` below it, half the gap to the next mark counted in.
 */
export type MarkRoom = {
  readonly labels: readonly string[];
  readonly half: Float64Array;
  readonly up: number;
  readonly down: number;
  readonly width: number;
  readonly height: number;
};

/** How a class would stand in equal cells, row by row. */
export type CellGrid = { readonly columns: number; readonly cellWidth: number; readonly cellHeight: number };

const mostCharacters = 26;

/**
 * Cuts labels so far that the class would fit in the frame in equal cells, whatever the names, and measures the room
 * each pupil takes.
 * @throws RangeError when the frame cannot hold the circles themselves.
 */
export function markRoom(labels: readonly string[], sizes: DrawingSizes): { room: MarkRoom; grid: CellGrid } {
  const { nodeRadius, labelGap, labelHeight, gap } = sizes;
  const up = nodeRadius + gap / 2;
  const down = nodeRadius + labelGap + labelHeight + gap / 2;
  // Half a gap on each side of the frame is left, so that a mark's full room may touch this inner frame.
  const width = sizes.width - gap;
  const height = sizes.height - gap;
  const rows = Math.max(1, Math.floor(height / (up + down)));
  const columns = Math.max(1, Math.ceil(labels.length / rows));
  const cellWidth = width / columns;
  if (cellWidth < 2 * nodeRadius + gap || height < up + down) {
    throw new RangeError(
      `A frame of ${sizes.width} × ${sizes.height} px cannot hold ${labels.length} pupils`,
    );
  }
  const widest = Math.min(mostCharacters * sizes.characterWidth, cellWidth - gap);
  const fitted = labels.map((label) => fitLabel(label, widest, sizes));
  const half = Float64Array.from(
    fitted,
    (label) => Math.max(nodeRadius, labelWidth(label, sizes) / 2) + gap / 2,
  );
  const usedRows = Math.max(1, Math.ceil(labels.length / columns));
  return {
    room: { labels: fitted, half, up, down, width: sizes.width, height: sizes.height },
    grid: { columns, cellWidth, cellHeight: height / usedRows },
  };
}
