import { expect, test } from 'vitest';
import { withoutPupil } from './forget-in-arrangements.ts';

test('a pupil is taken out of lists, pairs and places, and everything else is as it was', () => {
  const asked = {
    kind: 'seating',
    room: { shape: 'rows', rows: 2, seats: 3 },
    fixed: [
      { pupilId: 'a', place: '1-1' },
      { pupilId: 'b', place: '1-2' },
    ],
    nearFront: ['a', 'c'],
    absent: [],
    apart: [
      ['a', 'b'],
      ['b', 'c'],
    ],
    together: [],
    criteria: ['play'],
    preferNew: true,
  };
  expect(withoutPupil(asked, 'a')).toEqual({
    ...asked,
    fixed: [{ pupilId: 'b', place: '1-2' }],
    nearFront: ['c'],
    apart: [['b', 'c']],
  });
  expect(withoutPupil(asked, 'x')).toEqual(asked);
});
