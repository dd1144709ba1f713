import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readRoster } from './read-roster.ts';
import { inPieces, refusalOf, school, type Texts, today, zipOf } from './roster-source.fixture.ts';
import { smallSchool } from './small-school.fixture.ts';
import { type RosterSource, sourceAtPath, uploadedSource } from './roster-source.ts';
import { sealUploads } from './sealed-upload.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const folderOf = async (texts: Texts): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'roster-test-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(texts)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
};

const uploadedOf = async (texts: Texts): Promise<RosterSource> =>
  uploadedSource(
    await sealUploads(
      (async function* () {
        for (const [name, content] of Object.entries(texts)) yield { name, bytes: inPieces(content, 5000) };
      })(),
    ),
  );

const rosterIn = async (opening: Promise<RosterSource>) => {
  const source = await opening;
  try {
    return await readRoster(source, school, { today });
  } finally {
    await source.close();
  }
};

/** A zip with some bytes changed. */
const changed = (zip: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(zip);
  change(copy);
  return copy;
};

const centralOf = (zip: Buffer) => zip.indexOf('PK\x01\x02', 0, 'latin1');

describe('the same roster is read', () => {
  test('from a folder, a folder in it, a zip and uploads of each', async () => {
    const expected = await rosterIn(sourceAtPath(await folderOf(smallSchool)));
    expect(expected.outcome === 'read' && expected.roster.pupils.length).toBe(2);
    const inner = Object.fromEntries(
      Object.entries(smallSchool).map(([name, content]) => [`Eksport 2026/${name}`, content]),
    );
    const zip = await zipOf(smallSchool);
    const sources = [
      sourceAtPath(await folderOf({ ...inner, 'LES MEG.pdf': 'x', '.DS_Store': 'x' })),
      sourceAtPath(join(await folderOf({ 'oneroster.zip': zip }), 'oneroster.zip')),
      uploadedOf(smallSchool),
      uploadedOf(inner),
      uploadedOf({ 'oneroster.zip': zip }),
      uploadedOf({ 'oneroster.zip': await zipOf({ ...smallSchool, '__MACOSX/users.csv': 'x' }, 'Eksport/') }),
    ];
    for (const source of sources) expect(await rosterIn(source)).toEqual(expected);
  });

  test('from a single file, also in a zip', async () => {
    const texts = { 'elever.csv': 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n' };
    const expected = await rosterIn(uploadedOf(texts));
    expect(await rosterIn(uploadedOf({ 'e.zip': await zipOf(texts) }))).toEqual(expected);
    expect(await rosterIn(sourceAtPath(join(await folderOf(texts), 'elever.csv')))).toEqual(expected);
    expect(await rosterIn(sourceAtPath(await folderOf(texts)))).toEqual(expected);
  });
});

describe('a source is refused', () => {
  const refusalOfZip = (zip: Buffer) => refusalOf(rosterIn(uploadedOf({ 'oneroster.zip': zip })));
  const damaged = ['Zip-filen er skadet. Eksporter den på nytt.'];

  test('when a zip is cut short, or its bytes were changed', async () => {
    const zip = await zipOf(smallSchool);
    expect(await refusalOfZip(zip.subarray(0, zip.length - 30))).toEqual(damaged);
    expect(await refusalOfZip(zip.subarray(0, zip.length / 2))).toEqual(damaged);
    const users = zip.indexOf('users.csv') + 'users.csv'.length;
    expect(await refusalOfZip(changed(zip, (copy) => copy.fill(0xff, users + 20, users + 60)))).toEqual(
      damaged,
    );
  });

  test('when the check sum of an entry differs', async () => {
    const zip = await zipOf({ 'elever.csv': 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n' });
    expect(await refusalOfZip(changed(zip, (copy) => copy.writeUInt32LE(1, centralOf(copy) + 16)))).toEqual(
      damaged,
    );
  });

  test('when an entry unpacks to more or less than it says', async () => {
    const zip = await zipOf({ 'elever.csv': 'klasse,trinn,fornavn,etternavn,id\n5A,5,Ask,Lie,p1\n' });
    for (const size of [10, 100_000])
      expect(
        await refusalOfZip(changed(zip, (copy) => copy.writeUInt32LE(size, centralOf(copy) + 24))),
      ).toEqual(damaged);
  });

  test('when a zip would unpack to more than a gigabyte', async () => {
    const zip = await zipOf({ 'elever.csv': 'x' });
    expect(
      await refusalOfZip(changed(zip, (copy) => copy.writeUInt32LE(1_200_000_000, centralOf(copy) + 24))),
    ).toEqual(['Innholdet i zip-filen er for stort.']);
  });

  test('when a zip has a password', async () => {
    const zip = await zipOf({ 'elever.csv': 'x' });
    expect(await refusalOfZip(changed(zip, (copy) => copy.writeUInt16LE(1, centralOf(copy) + 8)))).toEqual([
      'Zip-filen har passord. Lag en uten passord.',
    ]);
  });

  test('when a zip has too many files', async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`${n}.csv`, 'x']));
    expect(await refusalOfZip(await zipOf(many))).toEqual(['Zip-filen har for mange filer.']);
  });

  test('when it is a workbook, new or old', async () => {
    const sentence = ['Dette er et regneark. Lagre det som CSV og velg den filen.'];
    expect(await refusalOfZip(await zipOf({ '[Content_Types].xml': 'x', 'xl/workbook.xml': 'x' }))).toEqual(
      sentence,
    );
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await refusalOf(rosterIn(uploadedOf({ 'elever.xls': old })))).toEqual(sentence);
  });

  test('when it has no table, or two of the same name', async () => {
    expect(await refusalOfZip(await zipOf({ 'a.pdf': 'x' }))).toEqual(['Fant ingen CSV-filer.']);
    expect(await refusalOf(rosterIn(uploadedOf({})))).toEqual(['Fant ingen filer.']);
    expect(await refusalOf(rosterIn(uploadedOf({ 'a/users.csv': 'x', 'b/Users.csv': 'x' })))).toEqual([
      'To filer har samme navn. Velg mappen som bare har den siste eksporten.',
    ]);
    expect(await refusalOf(rosterIn(sourceAtPath('/nowhere')))).toEqual(['Fant ikke filen eller mappen.']);
  });
});
