import { expect, test } from 'vitest';
import { suggestAlias } from './alias-names.ts';

const often = Array.from({ length: 300 });

test('a proposed alias has a given name and a family name that nobody in the class has', () => {
  const taken = [
    { given: 'Kim', family: 'Berg' },
    { given: 'Noa', family: 'Strand' },
  ];
  for (const _once of often) {
    const { givenName, familyName } = suggestAlias(taken);
    expect(['Kim', 'Noa', '']).not.toContain(givenName);
    expect(['Berg', 'Strand', '']).not.toContain(familyName);
  }
});

test('when the class has every given name there is, the family name tells them apart', () => {
  const given = new Set(often.map(() => suggestAlias([]).givenName));
  const taken = [...given].map((name) => ({ given: name, family: 'Berg' }));
  for (const _once of often) {
    const { givenName, familyName } = suggestAlias(taken);
    expect(given).toContain(givenName);
    expect(familyName).not.toBe('Berg');
  }
});
