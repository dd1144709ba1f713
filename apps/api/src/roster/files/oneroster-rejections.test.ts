import { describe, expect, test } from 'vitest';
import { readRosterOf } from './roster-source.fixture.ts';
import { type Change, ask, bo, smallSchoolWith } from './small-school.fixture.ts';

const rejectedIn = async (...changes: readonly Change[]) =>
  (await readRosterOf(smallSchoolWith(...changes))).rejected;

describe('a row is left out, with its file, number and reason', () => {
  test.each<[string, readonly Change[], string, number, string]>([
    [
      'with a class that does not exist',
      [['enrollments.csv', 'c2,o1', 'c7,o1']],
      'enrollments.csv',
      5,
      'Raden viser til en klasse som ikke finnes i classes.csv.',
    ],
    [
      'with a person who does not exist',
      [['enrollments.csv', 'e9,', 'e8,,,c1,o1,u8,student,,,\ne9,']],
      'enrollments.csv',
      7,
      'Raden viser til en person som ikke finnes i users.csv.',
    ],
    [
      'with an id that was used before',
      [['users.csv', 'u9,', 'u1,,,true,o1,student,x,,Eli,Ek,,,,,,,5,\nu9,']],
      'users.csv',
      6,
      'Samme id står på en tidligere rad.',
    ],
    [
      'with an enrollment id that was used before',
      [['enrollments.csv', 'e9,', 'e1,,,c1,o1,u2,student,,,\ne9,']],
      'enrollments.csv',
      7,
      'Samme id står på en tidligere rad.',
    ],
    [
      'with a class id that was used before',
      [['classes.csv', 'c9,', 'c1,,,7A,7,,,homeroom,,o1,,,,\nc9,']],
      'classes.csv',
      5,
      'Samme id står på en tidligere rad.',
    ],
    [
      'with an unknown role',
      [['enrollments.csv', 'u3,teacher,true', 'u3,boss,true']],
      'enrollments.csv',
      4,
      'Rollen er ukjent.',
    ],
    [
      'with an unknown role of a person of the school',
      [['users.csv', 'o1,guardian', 'o1,wizard']],
      'users.csv',
      5,
      'Rollen er ukjent.',
    ],
    [
      'with an unknown class type',
      [['classes.csv', 'kn,,scheduled', 'kn,,sometimes']],
      'classes.csv',
      3,
      'Klassetypen er ukjent.',
    ],
    ['with an unknown status', [['users.csv', 'g1,,', 'g1,new,']], 'users.csv', 5, 'Statusen er ukjent.'],
    [
      'with a date that is none',
      [['enrollments.csv', 'e9,', 'e8,,,c1,o1,u1,student,,,i fjor\ne9,']],
      'enrollments.csv',
      7,
      'Datoen kan ikke leses.',
    ],
    [
      'with a second class of a pupil',
      [['enrollments.csv', 'e4,,,c2', 'e4,,,c3']],
      'enrollments.csv',
      5,
      'Eleven står i to klasser. Den første er brukt.',
    ],
    [
      'with a pupil who has no class',
      [['users.csv', 'u9,', 'u8,,,true,o1,student,x,,Eli,Ek,,,,,,,5,\nu9,']],
      'users.csv',
      6,
      'Eleven står ikke i noen klasse.',
    ],
  ])('%s', async (_how, changes, file, row, reason) => {
    const roster = await readRosterOf(smallSchoolWith(...changes));
    expect(roster.rejected).toContainEqual({ file, row, reason });
    expect(roster.rejectedCount).toBe(roster.rejected.length);
    expect(roster.pupils).toEqual([ask, bo]);
  });

  test.each([
    ['10', 'Trinnet må være 1–7.'],
    ['0', 'Trinnet må være 1–7.'],
    ['KG', 'Trinnet mangler eller kan ikke leses.'],
  ])('with a pupil in grade %s', async (grade, reason) => {
    expect(await rejectedIn(['users.csv', 'g1,05,', `g1,${grade},`])).toEqual([
      { file: 'users.csv', row: 2, reason },
    ]);
  });

  test('with a pupil of a mixed class whose grade nobody tells', async () => {
    expect(await rejectedIn(['classes.csv', 'c1,,,5A,5', 'c1,,,5–6,"5,6"'])).toEqual([
      { file: 'users.csv', row: 3, reason: 'Trinnet mangler eller kan ikke leses.' },
    ]);
  });

  test('with an adult who is enrolled as a pupil', async () => {
    expect(await rejectedIn(['enrollments.csv', 'u3,teacher,true', 'u3,student,true'])).toEqual([
      {
        file: 'users.csv',
        row: 4,
        reason: 'Personen står som elev i klassen, men har en annen rolle ved skolen.',
      },
    ]);
  });

  test('with too few and too many columns, while the rest goes on', async () => {
    const rows = await rejectedIn([
      'users.csv',
      'g1,,,true',
      'x,y\ng1,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9\ng1,,,true',
    ]);
    expect(rows).toEqual([
      { file: 'users.csv', row: 5, reason: 'Raden har for få kolonner.' },
      { file: 'users.csv', row: 6, reason: 'Raden har for mange kolonner.' },
    ]);
  });

  test('and a thousand of them are told, all are counted', async () => {
    const rows = Array.from({ length: 1500 }, (_, n) => `x${n},,,c1,o1,nobody${n},student,,,\n`).join('');
    const roster = await readRosterOf(smallSchoolWith(['enrollments.csv', 'e9,', `${rows}e9,`]));
    expect(roster.rejected).toHaveLength(1000);
    expect(roster.rejectedCount).toBe(1500);
  });
});
