import { findOwnClasses } from './own-classes.ts';
import { readOwnEnrollments } from './own-enrollments.ts';
import { readOwnPeople } from './own-people.ts';
import { readOwnRoles } from './own-roles.ts';
import { findOwnSchool, type School } from './own-school.ts';
import { collectRejections } from './rejections.ts';
import type { RosterFile, RosterTeacher } from './roster-file.ts';
import { fileNamed, type RosterSource, type SourceFile } from './roster-source.ts';
import { refused } from './refused.ts';

const needed = (source: RosterSource, name: string): SourceFile => {
  const file = fileNamed(source, name);
  if (file === undefined) throw refused(`Filen ${name} mangler.`);
  return file;
};

/** Teachers by the classes that have pupils; who teaches none of those is not needed. */
const inUsedClasses = (
  teachers: readonly RosterTeacher[],
  used: ReadonlySet<string>,
): readonly RosterTeacher[] =>
  teachers
    .map((teacher) => ({
      ...teacher,
      classNames: teacher.classNames
        .filter((name) => used.has(name))
        .sort((a, b) => a.localeCompare(b, 'nb')),
    }))
    .filter((teacher) => teacher.classNames.length > 0);

/**
 * Joins the tables that OneRoster and SDS share into the roster of one school. Each table is read as a stream, and what is
 * kept between them grows with the school, not with the file. demographics, relationships, userFlags and userProfiles are
 * never opened.
 */
export const joinRoster = async (
  source: RosterSource,
  format: 'oneroster-1.1' | 'oneroster-1.2' | 'sds-2.1',
  school: School,
  today: string,
): Promise<RosterFile> => {
  const orgs = needed(source, 'orgs.csv');
  const classes = needed(source, 'classes.csv');
  const enrollments = needed(source, 'enrollments.csv');
  const users = needed(source, 'users.csv');
  const rolesFile = format === 'oneroster-1.1' ? undefined : needed(source, 'roles.csv');
  const rejections = collectRejections();

  const own = await findOwnSchool(orgs, school, rejections);
  const courses = fileNamed(source, 'courses.csv');
  const ownClasses = await findOwnClasses({ classes, courses }, own, rejections);
  const placements = await readOwnEnrollments(enrollments, own, ownClasses, today, rejections);
  const roles = rolesFile === undefined ? undefined : await readOwnRoles(rolesFile, own, today, rejections);
  const files = { users, enrollments: enrollments.name };
  const people = await readOwnPeople(files, own, placements, roles, rejections);
  const used = new Set(people.pupils.map((pupil) => pupil.className));
  return {
    format,
    pupils: people.pupils,
    teachers: inUsedClasses(people.teachers, used),
    rejected: rejections.rows,
    rejectedCount: rejections.count(),
    otherSchools: people.otherSchools,
  };
};
