import { expect, test } from 'vitest';
import { roomOf } from './drawn-room.ts';
import { roomOfDesks, roomOfHorseshoe, roomOfRows } from './room.ts';

/** A table for four by the window, and one seat alone further back. */
const cells = [
  { x: 1, y: 2 },
  { x: 0, y: 1 },
  { x: 1, y: 1 },
  { x: 0, y: 2 },
  { x: 4, y: 5 },
];

test('a free room has a seat in each cell, named by row and column, and its first row is the front', () => {
  const { seats } = roomOf({ shape: 'free', cells, facing: false });
  expect(seats.map(({ id, front }) => id + (front ? '*' : ''))).toEqual([
    '2-1*',
    '2-2*',
    '3-1',
    '3-2',
    '6-5',
  ]);
});

test('cells that touch in a row are beside each other; those behind each other when it is said', () => {
  const beside = (facing: boolean) => new Set(roomOf({ shape: 'free', cells, facing }).beside.map(String));
  expect(beside(false)).toEqual(new Set(['2-1,2-2', '3-1,3-2']));
  expect(beside(true)).toEqual(new Set(['2-1,2-2', '3-1,3-2', '2-1,3-1', '2-2,3-2']));
});

test('the order in which cells were drawn means nothing', () => {
  const drawn = { shape: 'free', facing: true } as const;
  expect(roomOf({ ...drawn, cells: cells.toReversed() })).toEqual(roomOf({ ...drawn, cells }));
});

test('the other shapes are those of the same name', () => {
  expect(roomOf({ shape: 'rows', rows: 3, seats: 4 })).toEqual(roomOfRows(3, 4));
  expect(roomOf({ shape: 'desks', rows: 3, desks: 4, seats: 2 })).toEqual(roomOfDesks(3, 4, 2));
  expect(roomOf({ shape: 'horseshoe', seats: 11 })).toEqual(roomOfHorseshoe(11));
  expect(roomOf({ shape: 'free', cells: [], facing: true })).toEqual({ seats: [], beside: [] });
});
