import { describe, expect, test } from 'vitest';
import { readRosterOf, type Texts } from './roster-source.fixture.ts';
import { ask, bo, smallRoster, smallSchool, smallSchoolWith, withoutFile } from './small-school.fixture.ts';

const fromWindows: Texts = Object.fromEntries(
  Object.entries(smallSchool).map(([name, content]) => [
    name,
    `\uFEFF${`${content}`.replaceAll('\n', '\r\n')}`,
  ]),
);

describe('a roster of OneRoster 1.1 is read', () => {
  test('with the pupils and teachers of the own school, by organisation number', async () => {
    expect(await readRosterOf(smallSchool)).toEqual(smallRoster);
  });

  test('with nothing of guardians, passwords, addresses or birth numbers', async () => {
    expect(JSON.stringify(await readRosterOf(smallSchool))).not.toMatch(/Gro|hemmelig|a@b|01010112345|Ida/);
  });

  test.each<[string, Texts]>([
    ['without a manifest', withoutFile(smallSchool, 'manifest.csv')],
    ['with byte order marks and line ends of Windows', fromWindows],
    ['with grade for grades', smallSchoolWith(['classes.csv', 'title,grades', 'title,grade'])],
    [
      'with columns of a vendor',
      smallSchoolWith(
        ['classes.csv', 'sourcedId,', 'ext_x,sourcedId,'],
        ['classes.csv', 'c1,,', 'v,c1,,'],
        ['classes.csv', 'c2,,', 'v,c2,,'],
        ['classes.csv', 'c3,,', ',c3,,'],
        ['classes.csv', 'c9,,', ',c9,,'],
      ),
    ],
    ['with a class type in another case', smallSchoolWith(['classes.csv', 'homeroom', 'HomeRoom'])],
    ['with a role in another case', smallSchoolWith(['users.csv', 'student,ask', 'Student,ask'])],
    ['with a status filled in', smallSchoolWith(['users.csv', 'u1,,', 'u1,active,'])],
    ['with the grade of the class only', smallSchoolWith(['users.csv', 'g1,05,', 'g1,,'])],
    ['with a name of the class in another form', smallSchoolWith(['classes.csv', ',5A,5', ',5 a,5'])],
    ['with a time in a date', smallSchoolWith(['enrollments.csv', '2027-06-18', '2027-06-18T00:00:00.000Z'])],
    ['with a Norwegian date', smallSchoolWith(['enrollments.csv', '2027-06-18', '18.6.2027'])],
    [
      'with the same pupil twice in the same class',
      smallSchoolWith(['enrollments.csv', 'e4,,,c2', 'e4,,,c1']),
    ],
    ['by the name of the school', smallSchoolWith(['orgs.csv', 'NO 974 760 673', ''])],
    [
      'with an enrollment that has ended, which does not count',
      smallSchoolWith(['enrollments.csv', 'e9,', 'e8,,,c3,o1,u1,student,,2025-08-18,2026-11-24\ne9,']),
    ],
    [
      'with a deleted class and its enrollments, which do not count',
      smallSchoolWith(
        ['classes.csv', 'c9,', 'c8,tobedeleted,,7A,7,,,homeroom,,o1,,,,\nc9,'],
        ['enrollments.csv', 'e9,', 'e8,,,c8,o1,u1,student,,,\ne9,'],
      ),
    ],
    [
      'with a deleted pupil, who does not count',
      smallSchoolWith(
        ['users.csv', 'u9,', 'u8,tobedeleted,,true,o1,student,eli,,Eli,Ek,,,,,,,5,\nu9,'],
        ['enrollments.csv', 'e9,', 'e8,,,c1,o1,u8,student,,,\ne9,'],
      ),
    ],
    [
      'with an aide in the class, who is passed over',
      smallSchoolWith(
        ['users.csv', 'u9,', 'u8,,,true,o1,aide,eli,,Eli,Ek,,,,,,,,\nu9,'],
        ['enrollments.csv', 'e9,', 'e8,,,c1,o1,u8,aide,,,\ne9,'],
      ),
    ],
  ])('%s', async (_how, texts) => {
    expect(await readRosterOf(texts)).toEqual(smallRoster);
  });

  test('with each pupil of a mixed class in the pupil’s own grade', async () => {
    const roster = await readRosterOf(
      smallSchoolWith(
        ['classes.csv', 'c1,,,5A,5', 'c1,,,5–6,"05,06"'],
        ['users.csv', 'Bo,Dal,,,,,,,,', 'Bo,Dal,,,,,,,6,'],
      ),
    );
    expect(roster.pupils.map(({ className, grade }) => [className, grade])).toEqual([
      ['5–6', 5],
      ['5–6', 6],
    ]);
  });

  test('with the scheduled classes that are called what classes are called, when none is a homeroom', async () => {
    const scheduled = smallSchoolWith(
      ['classes.csv', 'c1,,,5A,5,k5,,homeroom', 'c1,,,5A,5,k5,,scheduled'],
      ['classes.csv', 'c3,,,6B,6,k6,,homeroom', 'c3,,,6B,6,k6,,scheduled'],
    );
    expect(await readRosterOf(scheduled)).toEqual(smallRoster);
  });

  test('with the scheduled classes of a course that is a grade', async () => {
    const roster = await readRosterOf({
      ...smallSchoolWith(
        ['classes.csv', 'c1,,,5A,5,k5,,homeroom', 'c1,,,Rød,,k5,,scheduled'],
        ['classes.csv', 'c3,,,6B,6,k6,,homeroom', 'c3,,,Blå,,k6,,scheduled'],
      ),
      'courses.csv': 'sourcedId,title,orgSourcedId\nk5,5. årstrinn,o1\nk6,6. årstrinn,o1\nkn,Norsk,o1\n',
    });
    expect(roster.pupils).toEqual([
      { ...ask, className: 'Rød' },
      { ...bo, className: 'Rød' },
    ]);
  });
});
