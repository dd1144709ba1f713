import { describe, expect, test } from 'vitest';
import { drawGrade } from './grade-drawing.ts';
import { rowsOf } from './grade-scene.fixture.ts';
import { pupilAt, sceneOf } from './grade-scene.ts';
import { namesWithRoom, nameSize } from './names-with-room.ts';
import { legendMark, marksOf } from './outlines.ts';

const all = { mutualOnly: false, namesHidden: false, focused: null };
const marksIn = (outline: string): number => outline.split('z').length - 1;
const linesIn = (outline: string): number => outline.split('M').length - 1;

describe('the picture of a grade', () => {
  const scene = rowsOf(4, 5);

  test('has a mark for every pupil and a line for every tie, arrows only for those that go one way', () => {
    const { marks, ties, lit } = drawGrade(scene, all, 1);
    expect(marks.reduce((sum, { answered }) => sum + marksIn(answered), 0)).toBe(16);
    expect(marks.reduce((sum, { absent }) => sum + marksIn(absent), 0)).toBe(4);
    expect([linesIn(ties.mutual), linesIn(ties.oneWay), marksIn(ties.heads)]).toEqual([2, 2, 2]);
    expect(lit).toBeNull();
  });

  test('leaves one-way ties out when asked, and names when they are hidden', () => {
    const { ties, names } = drawGrade(scene, { ...all, mutualOnly: true, namesHidden: true }, 1);
    expect([linesIn(ties.mutual), ties.oneWay, ties.heads]).toEqual([2, '', '']);
    expect(names).toEqual([]);
  });

  test('lights a pupil, those tied to the pupil, and their names, whether there is room or not', () => {
    const { lit, names } = drawGrade(scene, { ...all, focused: 'p1-0' }, 0.1);
    expect(lit?.marks.reduce((sum, { answered, absent }) => sum + marksIn(answered + absent), 0)).toBe(2);
    expect([linesIn(lit?.ties.mutual ?? ''), lit?.ties.oneWay]).toEqual([1, '']);
    expect(names.map(({ pupilId }) => pupilId)).toEqual(['p1-0', 'p1-1']);
  });

  test('tells classes apart by shape, not by colour alone', () => {
    const shapes = [0, 1, 2, 3, 4].map((place) => legendMark(10, place));
    expect(new Set(shapes).size).toBe(5);
    // As large as each other, so that no class looks heavier.
    expect(marksOf(scene, 'A', 1).answered).not.toBe(marksOf(scene, 'A', 0).answered);
  });
});

describe('names', () => {
  const longNames = rowsOf(3, 12, () => 'Abdirahman Mohammed');

  test('get room as the picture grows, until all are written', () => {
    const counts = [0.3, 1, 2, 4].map((scale) => namesWithRoom(longNames, scale).size);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts[0]).toBeLessThan(10);
    expect(counts.at(-1)).toBe(36);
  });

  test('never lie on each other', () => {
    const scale = 1;
    const named = longNames.pupils.filter(({ pupilId }) => namesWithRoom(longNames, scale).has(pupilId));
    for (const one of named)
      for (const other of named) {
        if (one === other || Math.abs(one.y - other.y) * scale > nameSize) continue;
        expect(Math.abs(one.x - other.x) * scale).toBeGreaterThan(19 * 6);
      }
  });
});

test('the pupil nearest to a point is found within reach, and nobody outside it', () => {
  const scene = rowsOf(2, 3);
  expect(pupilAt(scene, { x: 66, y: 63 }, 12)?.pupilId).toBe('p0-0');
  expect(pupilAt(scene, { x: 91, y: 60 }, 40)?.pupilId).toBe('p0-1');
  expect(pupilAt(scene, { x: 90, y: 90 }, 20)).toBeNull();
});

test('a layout is moved to the corner with room around, and keeps its distances', () => {
  const pupil = (pupilId: string) => ({ pupilId, label: pupilId, className: 'A', responded: true });
  const scene = sceneOf(
    {
      nodeRadius: 10,
      pupils: [
        { id: 'a', className: 'A', x: -300, y: 40 },
        { id: 'b', className: 'A', x: 200, y: -60 },
      ],
      ties: [],
      classes: [{ className: 'A', x: -50, y: -90 }],
    },
    [pupil('a'), pupil('b'), pupil('c')],
    [
      { from: 'b', to: 'a' },
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
    ],
  );
  expect([scene.width, scene.height]).toEqual([620, 250]);
  expect(scene.pupils.map(({ x, y }) => [x, y])).toEqual([
    [60, 190],
    [560, 90],
  ]);
  expect(scene.classes[0]).toMatchObject({ x: 310, y: 60 });
  // The ties are those of the choices shown, a mutual one once.
  expect(scene.ties).toEqual([
    { from: 'a', to: 'b', mutual: true },
    { from: 'a', to: 'c', mutual: false },
  ]);
});
