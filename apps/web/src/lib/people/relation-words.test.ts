import type { RelationView, StaffEntry } from '@samhold/contract';
import { describe, expect, it } from 'vitest';
import {
  byState,
  feideText,
  matching,
  periodText,
  proposalsOf,
  relationName,
  untrained,
} from './relation-words.ts';

const relation = (wish: Partial<RelationView>): RelationView => ({
  relationId: 'r',
  kind: 'contact_teacher',
  classId: 'c',
  className: '5A',
  fromOn: '2026-08-17',
  toOn: null,
  state: 'active',
  confirmed: true,
  namedByFeideOn: null,
  ...wish,
});
const person = (
  givenName: string,
  familyName: string,
  ...relations: readonly RelationView[]
): StaffEntry => ({
  staffId: givenName,
  givenName,
  familyName,
  active: true,
  signsIn: true,
  account: 'none',
  trainedOn: null,
  relations: [...relations],
});

describe('how access is said', () => {
  it('names the class of a contact teacher, and nothing for others', () => {
    expect(relationName(relation({}))).toBe('Kontaktlærer 5A');
    expect(relationName(relation({ kind: 'social_teacher', className: null }))).toBe('Sosiallærer');
  });

  it('says when Feide confirmed it, of what holds', () => {
    expect(feideText(relation({}))).toBe('');
    expect(feideText(relation({ namedByFeideOn: '2026-11-27' }))).toBe(
      ', bekreftet av Feide 27. november 2026',
    );
    expect(feideText(relation({ namedByFeideOn: '2026-11-27', state: 'proposed' }))).toBe('');
  });

  it('says since when, or how long it still lasts, or both', () => {
    expect(periodText(relation({}))).toBe('fra 17. august 2026');
    expect(periodText(relation({ toOn: '2026-11-20' }))).toBe('til og med 20. november 2026');
    expect(periodText(relation({ toOn: '2026-11-20', state: 'ended' }))).toBe(
      '17. august 2026 – 20. november 2026',
    );
  });

  it('leaves declined proposals out of what has been', () => {
    const declined = relation({ relationId: 'd', state: 'ended', confirmed: false });
    const over = relation({ relationId: 'o', state: 'ended' });
    const { current, ended } = byState([declined, over, relation({ state: 'coming' })]);
    expect(current).toHaveLength(1);
    expect(ended).toEqual([over]);
  });
});

describe('the list of people', () => {
  const staff = [
    person('Åse', 'Lie', relation({ className: '10B', state: 'proposed' })),
    person('Bo', 'Dahl', relation({ className: '2A', state: 'proposed' }), relation({ className: '1A' })),
    { ...person('Cato', 'Vik'), active: false },
    { ...person('Dina', 'Moe'), trainedOn: '2026-08-14' },
  ];

  it('shows what waits for leadership by class, with 2A before 10B', () => {
    expect(proposalsOf(staff).map(({ relation: { className } }) => className)).toEqual(['2A', '10B']);
  });

  it('finds people by name or by what they are, in any letter case', () => {
    expect(matching(staff, ' åSE ').map((one) => one.givenName)).toEqual(['Åse']);
    expect(matching(staff, 'kontaktlærer 1a').map((one) => one.givenName)).toEqual(['Bo']);
    expect(matching(staff, '')).toHaveLength(4);
  });

  it('counts nobody who has left among those without training', () => {
    expect(untrained(staff).map((one) => one.givenName)).toEqual(['Åse', 'Bo']);
  });
});
