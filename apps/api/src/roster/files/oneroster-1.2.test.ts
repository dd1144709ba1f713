import { describe, expect, test } from 'vitest';
import { read, readRosterOf, refusalOf } from './roster-source.fixture.ts';
import { smallSchool12 } from './small-school-1.2.fixture.ts';
import { ask, smallRoster, withoutFile } from './small-school.fixture.ts';

describe('a roster of OneRoster 1.2 is read', () => {
  test('with roles from roles.csv and with preferred names', async () => {
    expect(await readRosterOf(smallSchool12)).toEqual({ ...smallRoster, format: 'oneroster-1.2' });
  });

  test('without a manifest', async () => {
    expect(await readRosterOf(withoutFile(smallSchool12, 'manifest.csv'))).toEqual({
      ...smallRoster,
      format: 'oneroster-1.2',
    });
  });

  test('without a pupil whose role has ended', async () => {
    const ended = smallSchool12['roles.csv']
      ?.toString()
      .replace('u2,primary,student,,,', 'u2,primary,student,,2026-10-01,');
    const roster = await readRosterOf({ ...smallSchool12, 'roles.csv': ended ?? '' });
    expect(roster.pupils).toEqual([ask]);
    expect(roster.rejected.map(({ file, row }) => [file, row])).toEqual([['users.csv', 3]]);
  });

  test('and refused without roles.csv', async () => {
    expect(await refusalOf(read(withoutFile(smallSchool12, 'roles.csv')))).toEqual([
      'Filen roles.csv mangler.',
    ]);
  });
});
