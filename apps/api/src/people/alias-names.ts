import { randomInt } from 'node:crypto';
import type { PersonName } from '@samhold/contract';

/** Names that are common in Norway and say nothing of sex or family. */
const givenNames = [
  'Alex',
  'Andrea',
  'Charlie',
  'Eli',
  'Jo',
  'Kim',
  'Luca',
  'Mika',
  'Nikki',
  'Noa',
  'Robin',
  'Sam',
  'Sascha',
  'Toni',
  'Vanja',
] as const;
const familyNames = [
  'Andersen',
  'Berg',
  'Dahl',
  'Hagen',
  'Hansen',
  'Johansen',
  'Larsen',
  'Lund',
  'Moen',
  'Nilsen',
  'Olsen',
  'Solberg',
] as const;

const anyOf = (names: readonly string[]): string => names[randomInt(names.length)] ?? '';

/** A name whose given name nobody in the class has; when all are taken, one whose family name tells them apart. */
export const suggestAlias = (
  taken: readonly { readonly given: string; readonly family: string }[],
): PersonName => {
  const givenTaken = new Set(taken.map((name) => name.given));
  const familyTaken = new Set(taken.map((name) => name.family));
  const given = givenNames.filter((name) => !givenTaken.has(name));
  const family = familyNames.filter((name) => !familyTaken.has(name));
  return {
    givenName: anyOf(given.length > 0 ? given : givenNames),
    familyName: anyOf(family.length > 0 ? family : familyNames),
  };
};
