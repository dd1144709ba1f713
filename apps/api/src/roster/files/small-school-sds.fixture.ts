import type { Texts } from './roster-source.fixture.ts';

/** A small school in SDS 2.1: a pupil and a teacher of 5A, and a pupil of 1B in a unit under the school. */
export const smallSchoolSds: Texts = {
  'orgs.csv':
    'sourcedId,name,type,parentSourcedId\no1,Fjellvang skole,school,k1\na1,Småtrinnet,department,o1\no2,Dalen skole,school,k1\nk1,Kommunen,district,\n',
  'users.csv':
    'sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms\nu1,ask@x.no,Ask,Lie,hemmelig,01010112345,,,\nu2,bo@x.no,Bo,Dal,,,,,\nu3,tea@x.no,Tea,Moe,,,,,\nu9,ida@x.no,Ida,Vik,,,,,\n',
  'roles.csv':
    'userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate\nu1,o1,student,s1,05,TRUE,,\nu2,a1,student,s1,1,TRUE,,\nu3,o1,teacher,s1,,TRUE,,\nu9,o2,student,s1,5,TRUE,,\n',
  'classes.csv':
    'sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId\nc1,o1,5A,s1,k5\nc2,a1,1 b,s1,k1\nc3,o1,Norsk 5A,s1,kn\nc9,o2,5A,s1,k5\n',
  'enrollments.csv':
    'classSourcedId,userSourcedId,role\nc1,u1,student\nc2,u2,student\nc1,u3,teacher\nc3,u1,student\nc9,u9,student\n',
  'relationships.csv': 'userSourcedId,relationshipUserSourcedId,relationshipRole\nu1,g1,guardian\n',
};
