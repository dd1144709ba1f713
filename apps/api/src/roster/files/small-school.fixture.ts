import type { RosterFile } from './roster-file.ts';
import type { Texts } from './roster-source.fixture.ts';

/** A small school in OneRoster 1.1: two pupils and a teacher of 5A, one pupil of another school. */
export const smallSchool: Texts = {
  'manifest.csv': [
    'propertyName,value',
    'manifest.version,1.0',
    'oneroster.version,1.1',
    'file.orgs,bulk',
    'file.classes,bulk',
    'file.users,bulk',
    'file.enrollments,bulk',
    'file.courses,absent',
    '',
  ].join('\n'),
  'orgs.csv': [
    'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
    'o1,,,Fjellvang skole,school,NO 974 760 673,k1',
    'o2,,,Dalen skole,school,975000000,k1',
    'k1,,,Kommunen,district,,',
    '',
  ].join('\n'),
  'classes.csv': [
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
    'c1,,,5A,5,k5,,homeroom,,o1,t1,,,',
    'c2,,,5A Norsk,5,kn,,scheduled,,o1,t1,,,',
    'c3,,,6B,6,k6,,homeroom,,o1,t1,,,',
    'c9,,,5A,5,k5,,homeroom,,o2,t1,,,',
    '',
  ].join('\n'),
  'users.csv': [
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
    'u1,,,true,o1,student,ask,,Ask,Lie,,01010112345,a@b.no,,,g1,05,hemmelig',
    'u2,,,true,o1,student,bo,,Bo,Dal,,,,,,,,',
    'u3,,,true,"o1,o2",teacher,tea,,Tea,Moe,,,,,,,,',
    'g1,,,true,o1,guardian,gro,,Gro,Lie,,,,,,u1,,',
    'u9,,,true,o2,student,ida,,Ida,Vik,,,,,,,5,',
    '',
  ].join('\n'),
  'enrollments.csv': [
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
    'e1,,,c1,o1,u1,student,,2026-08-17,2027-06-18',
    'e2,,,c1,o1,u2,student,,,',
    'e3,,,c1,o1,u3,teacher,true,,',
    'e4,,,c2,o1,u1,student,,,',
    'e5,,,c3,o1,u3,teacher,,,',
    'e9,,,c9,o2,u9,student,,,',
    '',
  ].join('\n'),
};

/** A file, a text in it, and what stands there instead. */
export type Change = readonly [string, string, string];

/** The small school with some of its texts replaced. */
export const smallSchoolWith = (...changes: readonly Change[]): Texts => {
  const texts: Record<string, string> = Object.fromEntries(
    Object.entries(smallSchool).map(([name, content]) => [name, content.toString()]),
  );
  for (const [file, text, replacement] of changes) {
    const before = texts[file] ?? '';
    if (!before.includes(text)) throw new Error(`${file} has no ${text}`);
    texts[file] = before.replace(text, () => replacement);
  }
  return texts;
};

export const withoutFile = (texts: Texts, name: string): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([each]) => each !== name));

export const ask = { externalId: 'u1', givenName: 'Ask', familyName: 'Lie', className: '5A', grade: 5 };
export const bo = { externalId: 'u2', givenName: 'Bo', familyName: 'Dal', className: '5A', grade: 5 };

/** What the small school reads as. */
export const smallRoster: RosterFile = {
  format: 'oneroster-1.1',
  pupils: [ask, bo],
  teachers: [{ externalId: 'u3', givenName: 'Tea', familyName: 'Moe', classNames: ['5A'] }],
  rejected: [],
  rejectedCount: 0,
  otherSchools: 1,
};
