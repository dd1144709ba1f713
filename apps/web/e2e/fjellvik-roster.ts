import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Pupils of 2A, by first name; nobody shares one. */
export const pupilsOf2A = ['Ada', 'Bo', 'Cato', 'Dina', 'Eskil', 'Frida'] as const;

const rows = (header: string, lines: readonly string[]): string => [header, ...lines, ''].join('\n');

/** Writes a OneRoster 1.1 export of Fjellvik skole: the pupils and the teacher of 2A. Returns the folder. */
export const writeFjellvikRoster = async (folder: string): Promise<string> => {
  const texts = {
    'manifest.csv': rows('propertyName,value', [
      'manifest.version,1.0',
      'oneroster.version,1.1',
      ...['orgs', 'classes', 'users', 'enrollments'].map((file) => `file.${file},bulk`),
    ]),
    'orgs.csv': rows('sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId', [
      'o1,,,Fjellvik skole,school,974588145,',
    ]),
    'classes.csv': rows(
      'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
      ['c1,,,2A,2,k,,homeroom,,o1,t,,,'],
    ),
    'users.csv': rows(
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
      [
        ...pupilsOf2A.map((name) => `p-${name},,,true,o1,student,${name},,${name},Prøve,,,,,,,2,`),
        't1,,,true,o1,teacher,tea,,Tea,Moe,,,,,,,,',
      ],
    ),
    'enrollments.csv': rows(
      'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
      [
        ...pupilsOf2A.map((name) => `e-${name},,,c1,o1,p-${name},student,,,`),
        'e-t,,,c1,o1,t1,teacher,true,,',
      ],
    ),
  };
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  return folder;
};

/**
 * The same school from another system, as it writes: its own header, semicolons, Windows-1252. Since the first list Ada has a
 * new surname, Bo has moved to 2B, Dina and Eskil have left, Gro is new, and one row has no class.
 */
export const writeFjellvikCsv = async (path: string): Promise<string> => {
  const lines = [
    'Basisgr.;Årskull;Elevens fornavn;Elevens etternavn;Nummer;Merknad',
    '2A;2;Ada;Ødegård;p-Ada;Får skyss',
    '2B;2;Bo;Prøve;p-Bo;',
    '2A;2;Cato;Prøve;p-Cato;',
    '2A;2;Frida;Prøve;p-Frida;',
    '2B;2;Gro;Ås;p-Gro;',
    ';2;Uten;Klasse;p-Uten;',
    '',
  ];
  await writeFile(path, Buffer.from(lines.join('\r\n'), 'latin1'));
  return path;
};
