/** A place in the frame, in px from its upper left corner. */
export type Point = { readonly x: number; readonly y: number };

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export type LabelSide = 'below' | 'above' | 'right' | 'left';

/** A pupil drawn as a circle with centre (x, y); `label` is the name as it fits, shortened with «…» when too long. */
export type PlacedPupil = {
  readonly id: string;
  readonly label: string;
  readonly labelBox: Box;
  readonly labelSide: LabelSide;
} & Point;

/**
 * One line between two pupils, from centre to centre. A mutual tie is one line, and its `from` sorts before its `to`.
 * A curved line is a quadratic Bézier curve with this control point; a straight one has null.
 */
export type DrawnTie = {
  readonly from: string;
  readonly to: string;
  readonly mutual: boolean;
  readonly control: Point | null;
};

/** Pupils are sorted by id and ties by their ends, whatever the order they came in. */
export type SociogramLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodeRadius: number;
  readonly pupils: readonly PlacedPupil[];
  readonly ties: readonly DrawnTie[];
};
