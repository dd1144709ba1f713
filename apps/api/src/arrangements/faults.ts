import { roomOf } from '@samhold/analysis';
import type { NewArrangement } from '@samhold/contract';

/** More than any class; a drawing of more is a mistake. */
const mostSeats = 120;

const twice = (list: readonly string[]): boolean => new Set(list).size < list.length;

const seatFaults = ({ asked, placed }: Pick<NewArrangement, 'asked' | 'placed'>): boolean => {
  if (asked.kind === 'groups') return placed.some(({ place }) => !/^[1-9]\d?$/.test(place));
  const seats = new Set(roomOf(asked.room).seats.map(({ id }) => id));
  return (
    seats.size > mostSeats ||
    (asked.room.shape === 'free' && seats.size < asked.room.cells.length) ||
    [...placed, ...asked.fixed].some(({ place }) => !seats.has(place)) ||
    twice(placed.map(({ place }) => place)) ||
    twice(asked.fixed.map(({ pupilId }) => pupilId)) ||
    twice(asked.fixed.map(({ place }) => place))
  );
};

/**
 * What is wrong with an arrangement whatever class it is of: somebody or some seat taken twice, a seat that is not in the room, a
 * pupil paired with nobody else, or somebody named who is neither placed nor left out.
 */
export const isFaulty = (made: Pick<NewArrangement, 'asked' | 'placed'>): boolean => {
  const { asked, placed } = made;
  const pupils = [...placed.map(({ pupilId }) => pupilId), ...asked.absent];
  const known = new Set(pupils);
  const pairs = [...asked.apart, ...asked.together];
  const named = [
    ...pairs.flat(),
    ...(asked.kind === 'groups' ? [] : [...asked.nearFront, ...asked.fixed.map(({ pupilId }) => pupilId)]),
  ];
  return (
    twice(pupils) || named.some((id) => !known.has(id)) || pairs.some(([a, b]) => a === b) || seatFaults(made)
  );
};

/** Whether it is of exactly the pupils of the list. */
export const isOfClass = (
  { asked, placed }: Pick<NewArrangement, 'asked' | 'placed'>,
  list: readonly string[],
): boolean => {
  const pupils = new Set([...placed.map(({ pupilId }) => pupilId), ...asked.absent]);
  return pupils.size === list.length && list.every((id) => pupils.has(id));
};
