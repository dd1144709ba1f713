import { describe, expect, test } from 'vitest';
import { read, readRosterOf, refusalOf } from './roster-source.fixture.ts';
import { smallSchoolSds } from './small-school-sds.fixture.ts';

describe('a roster of SDS 2.1', () => {
  test('is read with the school and the units under it', async () => {
    expect(await readRosterOf(smallSchoolSds)).toEqual({
      format: 'sds-2.1',
      pupils: [
        { externalId: 'u1', givenName: 'Ask', familyName: 'Lie', className: '5A', grade: 5 },
        { externalId: 'u2', givenName: 'Bo', familyName: 'Dal', className: '1B', grade: 1 },
      ],
      teachers: [{ externalId: 'u3', givenName: 'Tea', familyName: 'Moe', classNames: ['5A'] }],
      rejected: [],
      rejectedCount: 0,
      otherSchools: 1,
    });
  });

  test('is read without a pupil whose role at the school is over', async () => {
    const roles = `${smallSchoolSds['roles.csv']}`.replace(
      'u2,a1,student,s1,1,TRUE,,',
      'u2,a1,student,s1,1,TRUE,,2026-06-19',
    );
    expect((await readRosterOf({ ...smallSchoolSds, 'roles.csv': roles })).rejected).toEqual([
      {
        file: 'users.csv',
        row: 3,
        reason: 'Personen står som elev i klassen, men har en annen rolle ved skolen.',
      },
    ]);
  });

  test('has a row that names no class left out, when every class there is is the school’s own', async () => {
    const ownClasses = `${smallSchoolSds['classes.csv']}`.replace('c9,o2,5A,s1,k5\n', '');
    const { rejected } = await readRosterOf({ ...smallSchoolSds, 'classes.csv': ownClasses });
    expect(rejected).toEqual([
      { file: 'enrollments.csv', row: 6, reason: 'Raden viser til en klasse som ikke finnes i classes.csv.' },
    ]);
  });

  test('is refused without its roles, and in the version before', async () => {
    const { 'roles.csv': _roles, ...rest } = smallSchoolSds;
    expect(await refusalOf(read(rest))).toEqual(['Filen roles.csv mangler.']);
    expect(await refusalOf(read({ 'School.csv': 'a,b\n', 'Student.csv': 'a,b\n' }))).toEqual([
      'Dette er en eldre utgave av SDS. Eksporter i formatet SDS 2.1.',
    ]);
  });
});
