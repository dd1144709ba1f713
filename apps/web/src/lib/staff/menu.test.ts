import type { StaffSession } from '@samhold/contract';
import { expect, test } from 'vitest';
import { isIn, pageAt, placesOf } from './menu.ts';

type Kind = StaffSession['relations'][number]['kind'];
const session = (...kinds: readonly Kind[]): StaffSession => ({
  staffId: 's',
  name: 'Kari Nordmann',
  school: { name: 'Fjellvik skole', demo: true },
  hasOtherSchools: false,
  relations: kinds.map((kind) => {
    const ofClass = kind === 'contact_teacher';
    return { kind, classId: ofClass ? 'a' : null, className: ofClass ? '4A' : null };
  }),
});
const names = (...kinds: readonly Kind[]) => placesOf(session(...kinds)).map(({ name }) => name);
const placeAt = (path: string, ...kinds: readonly Kind[]) =>
  placesOf(session(...kinds)).find((place) => isIn(place, path));

test('a contact teacher has the class first, and the report page itself where the school has no other', () => {
  expect(names('contact_teacher')).toEqual(['4A', 'Saker og samtaler', 'Skoleåret', 'Rapporter']);
});

test('nobody has more than four places besides their classes', () => {
  expect(names('leadership', 'principal')).toEqual(['Saker og samtaler', 'Skoleåret', 'Skolen', 'Oppsett']);
  expect(names('social_teacher')).toEqual(['Saker og samtaler', 'Skoleåret', 'Skolen']);
  expect(names('administrator')).toEqual(['Hendelser', 'Samtaler', 'Skoleåret', 'Oppsett']);
  expect(names('council_reader')).toEqual(['Samtaler', 'Skoleåret']);
  expect(names('owner')).toEqual(['Skolene', 'Saker og samtaler', 'Skoleåret', 'Rapporter']);
});

test('a page under another stands as that one', () => {
  const casework = placeAt('/cases/c/effect', 'social_teacher');
  expect(casework?.name).toBe('Saker og samtaler');
  expect(casework && pageAt(casework, '/cases/c/effect')?.name).toBe('Saker');
  expect(casework && pageAt(casework, '/investigations/i')?.name).toBe('Saker');
});

test('a page of the school is in one place only', () => {
  expect(placeAt('/school/people', 'leadership')?.name).toBe('Oppsett');
  const arranged = placeAt('/school/hidden-pupils', 'leadership');
  expect(arranged && pageAt(arranged, '/school/hidden-pupils')?.name).toBe('Ansatte og tilganger');
  for (const path of ['/school', '/school/round/r/released', '/school/grade-sociograms']) {
    const school = placeAt(path, 'leadership');
    expect(school?.name).toBe('Skolen');
    expect(school && pageAt(school, path)?.name).toBe('Runder');
  }
});

test('the reports stand among the pages of the school for a social teacher, outside its address', () => {
  expect(placeAt('/reports/r', 'social_teacher')?.name).toBe('Skolen');
  expect(placeAt('/notices', 'social_teacher')).toBeUndefined();
});
