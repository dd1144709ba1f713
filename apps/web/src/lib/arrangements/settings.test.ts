import { roomOf } from '@samhold/analysis';
import { describe, expect, test } from 'vitest';
import { askedOf, cellsOf, drawnRoom, firstSettings, grid, withEarlier, type Settings } from './settings.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const onList = new Set(ids);
const settings = (changes: Partial<Settings> = {}): Settings => ({
  ...firstSettings(5, ['work']),
  ...changes,
});

test('a class of any size begins with a seat for each pupil, whatever the room', () => {
  for (const pupils of [1, 7, 27, 30])
    for (const shape of ['rows', 'desks', 'horseshoe'] as const)
      expect(roomOf(drawnRoom({ ...firstSettings(pupils, []), shape })).seats.length).toBeGreaterThanOrEqual(
        pupils,
      );
});

describe('what is asked for', () => {
  test('leaves out who is not in the class any more, and a seat that is not in the room', () => {
    const asked = askedOf(
      settings({
        kind: 'seating',
        shape: 'rows',
        rows: { rows: 1, seats: 5 },
        absent: ['gone', 'e'],
        apart: [
          ['a', 'gone'],
          ['a', 'b'],
        ],
        nearFront: ['gone'],
        fixed: [
          { pupilId: 'a', place: '1-1' },
          { pupilId: 'b', place: '7-7' },
        ],
      }),
      onList,
    );
    expect(asked).toMatchObject({
      absent: ['e'],
      apart: [['a', 'b']],
      nearFront: [],
      fixed: [{ pupilId: 'a', place: '1-1' }],
    });
  });

  test.each([
    [null, 1],
    [0, 1],
    [-3, 1],
    [2.4, 2],
    [900, 4],
  ])('%s groups in the field are %s groups of four pupils who are there', (groups, wanted) => {
    expect(askedOf(settings({ by: 'groups', groups, absent: ['e'] }), onList)).toMatchObject({
      sizes: { groups: wanted },
    });
  });

  test('is the same again when it is taken from what was saved, but for who was away', () => {
    const before = settings({
      ...{ kind: 'seating', shape: 'horseshoe', horseshoe: { seats: 9 }, nearFront: ['b'] },
      ...{ together: [['c', 'd']], fixed: [{ pupilId: 'a', place: '3' }], absent: ['e'] },
    });
    const asked = askedOf(before, onList);
    expect(askedOf(withEarlier(settings(), asked), onList)).toEqual({ ...asked, absent: [] });
    const groups = askedOf(settings({ by: 'groups', groups: 2 }), onList);
    expect(askedOf(withEarlier(settings(), groups), onList)).toEqual(groups);
  });
});

test('a drawing goes on from the room before it, as far as the sheet reaches', () => {
  expect(cellsOf({ shape: 'rows', rows: 1, seats: 3 })).toEqual([0, 1, 2].map((x) => ({ x, y: 0 })));
  const large = cellsOf({ shape: 'desks', rows: 12, desks: 8, seats: 6 });
  expect(large.every(({ x, y }) => x < grid.columns && y < grid.rows)).toBe(true);
});
