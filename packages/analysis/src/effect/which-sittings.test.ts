import { expect, test } from 'vitest';
import { whichSittings } from './which-sittings.ts';

const sitting = (day: string) => ({ sittingId: day, day });
const autumn = [sitting('2026-11-02'), sitting('2026-09-14'), sitting('2027-01-25'), sitting('2026-10-19')];

test('the last sitting before the first day of a measure, and the first four weeks into it', () => {
  expect(whichSittings(autumn, '2026-10-19')).toEqual({
    before: sitting('2026-09-14'),
    after: sitting('2027-01-25'),
  });
  expect(whichSittings(autumn, '2026-10-05')).toMatchObject({ after: sitting('2026-11-02') });
  expect(whichSittings(autumn, '2026-10-06')).toMatchObject({ after: sitting('2027-01-25') });
});

test('none before the first, and none yet after the last', () => {
  expect(whichSittings(autumn, '2026-08-20')).toMatchObject({ before: null, after: sitting('2026-10-19') });
  expect(whichSittings(autumn, '2027-01-26')).toEqual({ before: sitting('2027-01-25'), after: null });
});
