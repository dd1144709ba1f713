import { describe, expect, it } from 'vitest';
import { makeCohorts } from './cohorts.ts';
import { nameGroups, staffGivenNames } from './name-pool.ts';
import { classesWithNamesakes } from './storyline.ts';

const given = nameGroups.flatMap((group) => group.given);
const family = nameGroups.flatMap((group) => group.family);
const cohorts = [1, 2, 3, 4, 5].flatMap((seed) => makeCohorts(seed, new Set()));

describe('the name pool', () => {
  it('has 60 to 80 given names and as many family names, none twice', () => {
    for (const names of [given, family]) {
      expect(names.length).toBeGreaterThanOrEqual(60);
      expect(names.length).toBeLessThanOrEqual(80);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('has letters, spaces and hyphens only', () => {
    for (const name of [...given, ...family, ...staffGivenNames]) {
      expect(name).toMatch(/^\p{Lu}[\p{L}]*([ -]\p{L}+)*$/u);
    }
  });
});

describe('the names of a class', () => {
  it('hold one pair with the same given name in the chosen classes, and none elsewhere', () => {
    for (const { className, members } of cohorts) {
      const different = new Set(members.map(({ givenName }) => givenName)).size;
      expect(members.length - different).toBe(classesWithNamesakes.includes(className) ? 1 : 0);
    }
  });

  it('hold a very long one somewhere', () => {
    expect(cohorts.some(({ members }) => members.some((m) => m.givenName === 'Abdirahman Mohammed'))).toBe(
      true,
    );
  });

  it('never give two pupils of the school the same full name', () => {
    const full = makeCohorts(7, new Set()).flatMap(({ members }) =>
      members.map(({ givenName, familyName }) => `${givenName} ${familyName}`),
    );
    expect(new Set(full).size).toBe(full.length);
  });
});
