import { roomOf, type DrawnRoom } from '@samhold/analysis';
import type { Arrangement, AskedGroups, AskedSeating } from '@samhold/contract';

export type Asked = Arrangement['asked'];
export type Pair = readonly [string, string];

/** What stands in the fields, for groups and seats at once, so that nothing is lost on the way between them. */
export type Settings = {
  kind: Asked['kind'];
  by: 'size' | 'groups';
  size: number | null;
  groups: number | null;
  shape: DrawnRoom['shape'];
  rows: { rows: number | null; seats: number | null };
  desks: { rows: number | null; desks: number | null; seats: number | null };
  horseshoe: { seats: number | null };
  free: { cells: { x: number; y: number }[]; facing: boolean };
  absent: string[];
  apart: Pair[];
  together: Pair[];
  fixed: { pupilId: string; place: string }[];
  nearFront: string[];
  criteria: string[];
  preferNew: boolean;
};

/** Of a drawing by hand. */
export const grid = { columns: 14, rows: 10 };

export const firstSettings = (pupils: number, criteria: readonly string[]): Settings => ({
  kind: 'groups',
  by: 'size',
  size: 4,
  groups: Math.max(1, Math.round(pupils / 4)),
  shape: 'desks',
  rows: { rows: Math.max(1, Math.ceil(pupils / 7)), seats: 7 },
  desks: { rows: Math.max(1, Math.ceil(pupils / 8)), desks: 4, seats: 2 },
  horseshoe: { seats: Math.min(60, Math.max(1, pupils)) },
  free: { cells: [], facing: false },
  ...{ absent: [], apart: [], together: [], fixed: [], nearFront: [], criteria: [...criteria] },
  preferNew: true,
});

/** The settings with those of an earlier arrangement; who was away then, was away then. */
export const withEarlier = (settings: Settings, asked: Asked): Settings => {
  const { kind, apart, together, criteria, preferNew } = asked;
  const both = {
    ...settings,
    kind,
    apart: [...apart],
    together: [...together],
    criteria: [...criteria],
    preferNew,
  };
  if (kind === 'groups')
    return 'size' in asked.sizes
      ? { ...both, by: 'size', size: asked.sizes.size }
      : { ...both, by: 'groups', groups: asked.sizes.groups };
  const { shape, ...room } = asked.room;
  return { ...both, shape, [shape]: room, fixed: [...asked.fixed], nearFront: [...asked.nearFront] };
};

const within = (value: number | null, most: number): number =>
  Math.min(most, Math.max(1, Math.round(value ?? 1)));

export const drawnRoom = (settings: Settings): DrawnRoom => {
  const { rows, desks, horseshoe, free } = settings;
  switch (settings.shape) {
    case 'rows':
      return { shape: 'rows', rows: within(rows.rows, 12), seats: within(rows.seats, 12) };
    case 'desks':
      return {
        ...{ shape: 'desks', rows: within(desks.rows, 12), desks: within(desks.desks, 8) },
        seats: within(desks.seats, 6),
      };
    case 'horseshoe':
      return { shape: 'horseshoe', seats: within(horseshoe.seats, 60) };
    case 'free':
      return { shape: 'free', cells: free.cells.map(({ x, y }) => ({ x, y })), facing: free.facing };
  }
};

/** The cells of another room, to go on drawing from; what does not fit on the sheet is left out. */
export const cellsOf = (drawn: DrawnRoom): Settings['free']['cells'] =>
  roomOf(drawn)
    .seats.map(({ x, y }) => ({ x, y }))
    .filter(({ x, y }) => x < grid.columns && y < grid.rows);

/** What is asked for, of those who are on the list today. */
export const askedOf = (settings: Settings, onList: ReadonlySet<string>): Asked => {
  const listed = (ids: readonly string[]): string[] => ids.filter((id) => onList.has(id)).toSorted();
  const pairs = (list: readonly Pair[]) => list.filter((pair) => pair.every((id) => onList.has(id)));
  const both = {
    absent: listed(settings.absent),
    apart: pairs(settings.apart).map(([a, b]): [string, string] => [a, b]),
    together: pairs(settings.together).map(([a, b]): [string, string] => [a, b]),
    criteria: settings.criteria.toSorted(),
    preferNew: settings.preferNew,
  };
  if (settings.kind === 'groups') {
    const there = onList.size - both.absent.length;
    const sizes: AskedGroups['sizes'] =
      settings.by === 'size'
        ? { size: within(settings.size, 60) }
        : { groups: within(settings.groups, Math.max(1, Math.min(60, there))) };
    return { kind: 'groups', sizes, ...both };
  }
  const room = drawnRoom(settings);
  const seats = new Set(roomOf(room).seats.map(({ id }) => id));
  return {
    kind: 'seating',
    // The same seats and numbers, only not read-only.
    room: room as AskedSeating['room'],
    fixed: settings.fixed
      .filter(({ pupilId, place }) => onList.has(pupilId) && seats.has(place))
      .map(({ pupilId, place }) => ({ pupilId, place })),
    nearFront: listed(settings.nearFront),
    ...both,
  };
};
