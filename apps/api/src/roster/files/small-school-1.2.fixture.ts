import type { Texts } from './roster-source.fixture.ts';
import { smallSchoolWith } from './small-school.fixture.ts';

/** The small school in OneRoster 1.2, with preferred names and a teacher of two schools. */
export const smallSchool12: Texts = {
  ...smallSchoolWith(['manifest.csv', 'oneroster.version,1.1', 'oneroster.version,1.2']),
  'users.csv': [
    'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns',
    'u1,,,true,ask,,Asbjørn,Lie,,,,,,,05,,01010112345,Ask,,,o1,han',
    'u2,,,true,bo,,Bo,Dahl,,,,,,,,,,,,Dal,o1,',
    'u3,,,true,tea,,Tea,Moe,,,,,,,,,,,,,o2,',
    'u9,,,true,ida,,Ida,Vik,,,,,,,5,,,,,,o2,',
    '',
  ].join('\n'),
  'roles.csv': [
    'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
    'r1,,,u1,primary,student,,,o1,',
    'r2,,,u2,primary,student,,,o1,',
    'r3,,,u3,primary,teacher,,,o2,',
    'r4,,,u3,secondary,teacher,,,o1,',
    'r9,,,u9,primary,student,,,o2,',
    '',
  ].join('\n'),
};
