import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type RosterSize = { readonly classes: number; readonly pupils: number };

/** Class names as a very large school would have them, and the grade of each. */
export const madeClasses = (size: RosterSize) =>
  Array.from({ length: size.classes }, (_, at) => ({
    className: `${(at % 7) + 1}-${Math.floor(at / 7) + 1}`,
    grade: (at % 7) + 1,
  }));

/** The pupil number `pupil` of class number `at`. */
export const madePupil = (at: number, pupil: number) => ({
  externalId: `elev-${at}-${pupil}`,
  givenName: `Fornavn${(at * 31 + pupil * 17) % 997}`,
  familyName: `Etternavn${(at * 7 + pupil * 13) % 4999}`,
});

/** Writes a OneRoster 1.1 export of invented pupils to a folder. */
export const writeMadeRoster = (folder: string, organisationNumber: string, size: RosterSize): void => {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, header: string, rows: readonly string[]): void =>
    writeFileSync(join(folder, `${name}.csv`), [header, ...rows, ''].join('\r\n'));
  const bulk = ['academicSessions', 'classes', 'courses', 'enrollments', 'orgs', 'users'];
  write('manifest', 'propertyName,value', [
    'manifest.version,1.0',
    'oneroster.version,1.1',
    ...bulk.map((name) => `file.${name},bulk`),
  ]);
  const classes = madeClasses(size);
  const each = <T>(row: (at: number, pupil: number) => T): readonly T[] =>
    classes.flatMap((_, at) => Array.from({ length: size.pupils }, (_pupil, pupil) => row(at, pupil)));
  write('orgs', 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId', [
    `org-1,,,Målt skole,school,${organisationNumber},`,
  ]);
  write(
    'academicSessions',
    'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
    ['year-1,,,2026/2027,schoolYear,2026-08-01,2027-07-31,,2027'],
  );
  write(
    'courses',
    'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
    [1, 2, 3, 4, 5, 6, 7].map((grade) => `course-${grade},,,year-1,${grade}. trinn,,0${grade},org-1,,`),
  );
  write(
    'classes',
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
    classes.map(
      ({ className, grade }, at) =>
        `class-${at},,,${className},0${grade},course-${grade},,homeroom,,org-1,year-1,,,`,
    ),
  );
  write(
    'users',
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
    each((at, pupil) => {
      const { externalId, givenName, familyName } = madePupil(at, pupil);
      const grade = classes[at]?.grade ?? 1;
      return `${externalId},,,true,org-1,student,${externalId},,${givenName},${familyName},,,,,,,0${grade},`;
    }),
  );
  write(
    'enrollments',
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
    each(
      (at, pupil) =>
        `enrolment-${at}-${pupil},,,class-${at},org-1,${madePupil(at, pupil).externalId},student,,,`,
    ),
  );
};
