import type { Choice } from '../network.ts';
import type { DrawingSizes } from './label-box.ts';
import type { Anchors } from './majorise.ts';
import type { MarkRoom } from './mark-room.ts';
import { clampX, clampY } from './separate.ts';
import type { Point } from './sociogram.ts';
import { compareIds } from './tie-pairs.ts';

export type SociogramInput = {
  readonly pupils: readonly { readonly id: string; readonly label: string }[];
  readonly choices: readonly Choice[];
  /** The frame, in px. */
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  /** Centres in an earlier round, in px of the same frame; ids not among the pupils are ignored. */
  readonly previous?: ReadonlyMap<string, Point>;
};

export type SociogramOptions = {
  /** Radius of a pupil's circle in px; 14 unless given, 8 for more than 60 pupils. */
  readonly nodeRadius?: number;
  /** Px a character of a label takes; 7 unless given. */
  readonly characterWidth?: number;
  /** Height of a label's line in px; 14 unless given. */
  readonly labelHeight?: number;
  /** How firmly pupils are held where they were, as a share of the pull of the other pupils; 1 unless given. */
  readonly previousPull?: number;
  /** Elementary steps spent on crossings; 8,000,000 unless given, more above 50 pupils. More crosses less, slower. */
  readonly work?: number;
};

/** More pupils than this get small circles. */
const largeClass = 60;

export function drawingSizes(
  input: Pick<SociogramInput, 'width' | 'height'> & { readonly pupils: readonly unknown[] },
  options: SociogramOptions,
): DrawingSizes {
  return {
    width: input.width,
    height: input.height,
    nodeRadius: options.nodeRadius ?? (input.pupils.length > largeClass ? 8 : 14),
    characterWidth: options.characterWidth ?? 7,
    labelHeight: options.labelHeight ?? 14,
    labelGap: 2,
    gap: 4,
  };
}

/**
 * The pupils in the order of their ids.
 * @throws RangeError when two share an id.
 */
export function sortedPupils({ pupils }: SociogramInput): { ids: string[]; labels: string[] } {
  const sorted = [...pupils].sort((a, b) => compareIds(a.id, b.id));
  const ids = sorted.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new RangeError('Two pupils share an id');
  return { ids, labels: sorted.map(({ label }) => label) };
}

export function workFor(n: number, { work }: SociogramOptions): number {
  return work ?? 8_000_000 * Math.max(1, n / 50);
}

/** Undefined unless at least two of the pupils have an earlier place: with one there is no picture to keep. */
export function anchorsFrom(
  previous: ReadonlyMap<string, Point> | undefined,
  ids: readonly string[],
  room: MarkRoom,
  pull = 1,
): Anchors | undefined {
  const earlier = ids.map((id) => previous?.get(id));
  if (earlier.filter((point) => point !== undefined).length < 2) return undefined;
  return {
    xs: Float64Array.from(earlier, (point, i) => (point ? clampX(point.x, i, room) : NaN)),
    ys: Float64Array.from(earlier, (point) => (point ? clampY(point.y, room) : NaN)),
    pull,
  };
}
