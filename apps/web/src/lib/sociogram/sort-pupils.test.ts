import type { ShownPupil } from '@samhold/analysis';
import { expect, it } from 'vitest';
import { sortPupils } from './sort-pupils.ts';

const pupil = (label: string, received: number): ShownPupil => ({
  pupilId: label,
  label,
  responded: true,
  received,
  given: 0,
  mutual: 0,
  givenOutside: 0,
});

it('orders the table by name, or from few received to many', () => {
  const pupils = [pupil('Bo', 1), pupil('David', 0), pupil('Cecilie', 1), pupil('Ada', 0)];
  const labels = (order: 'name' | 'received') => sortPupils(pupils, order).map(({ label }) => label);
  expect(labels('name')).toEqual(['Ada', 'Bo', 'Cecilie', 'David']);
  expect(labels('received')).toEqual(['Ada', 'David', 'Bo', 'Cecilie']);
});
