import { expect, test } from 'vitest';
import { namedAs } from './schools.ts';

const schools = ['Øvre Lia skole', 'Lia skole', 'Bjørkly skole'].map((name) => ({ name }));
const names = (sought: string) => namedAs(schools, sought).map(({ name }) => name);

test('a school is found by parts of its name, in any order and case', () => {
  expect(names('skole ØVRE')).toEqual(['Øvre Lia skole']);
  expect(names('lia')).toEqual(['Øvre Lia skole', 'Lia skole']);
  expect(names('  ')).toHaveLength(3);
  expect(names('li bjørk')).toEqual([]);
});
