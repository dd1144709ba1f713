import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { hashed, sealNewPerson } from '../../apps/api/src/roster/import/known-people.ts';
import { createSchool, insertSchoolYear } from '../../apps/api/src/roster/people.ts';
import {
  createKeyring,
  openBareCopier,
  openDatabase,
  type Database,
  type Keyring,
} from '../../packages/db/src/index.ts';
import { openBenchDatabase } from './bench-database.ts';
import type { Bench, BenchResult } from './bench.ts';
import { startChild } from './child.ts';
import type { ImportOrder, ImportReport } from './import-process.ts';
import { madeClasses, madePupil, writeMadeRoster, type RosterSize } from './made-roster.ts';
import { median } from './statistics.ts';

const SIZE: RosterSize = { classes: 2_500, pupils: 24 };
const ROUNDS = 3;
const organisationNumber = '974589095';

type Year = { readonly schoolId: string; readonly schoolYearId: string };

const emptySchool = async (db: Database, keyring: Keyring): Promise<Year> => {
  const schoolId = await createSchool(db, keyring, {
    name: 'Målt skole',
    organisationNumber,
    ownerName: 'Målt kommune',
    demo: false,
  });
  const dayAfter = (days: number): string => dayOf(new Date(Date.now() + days * 86_400_000));
  const year = { label: 'measured', startsOn: dayAfter(-100), endsOn: dayAfter(200) };
  return {
    schoolId,
    schoolYearId: await db.inScope({ schoolId }, (tx) => insertSchoolYear(tx, schoolId, year)),
  };
};

const hex = (bytes: Buffer): string => `\\\\x${bytes.toString('hex')}`;

/** The same rows as the import writes, sealed and laid out for COPY. The classes are there already. */
const prepareCopy = async (db: Database, { schoolId, schoolYearId }: Year, folder: string) => {
  const today = dayOf(new Date());
  const files = ['sealed_person', 'pupil', 'class_membership'].map((table) => join(folder, `${table}.copy`));
  const [people = 0, pupils = 0, memberships = 0] = files.map((file) => openSync(file, 'w', 0o644));
  await db.inScope({ schoolId }, async (tx, open) => {
    const sealer = await open();
    for (const [at, { className, grade }] of madeClasses(SIZE).entries()) {
      const classId = randomUUID();
      await tx
        .insertInto('class')
        .values({ school_id: schoolId, class_id: classId, school_year_id: schoolYearId, name: className })
        .execute();
      for (let pupil = 0; pupil < SIZE.pupils; pupil += 1) {
        const id = randomUUID();
        const sealed = sealNewPerson(sealer, id, hashed(sealer, 'pupil', madePupil(at, pupil)));
        const fields = [sealed.givenName, sealed.familyName, sealed.externalId, sealed.externalIdHash].map(
          hex,
        );
        writeSync(people, `${schoolId}\t${id}\tpupil\t${fields.join('\t')}\n`);
        writeSync(pupils, `${schoolId}\t${id}\n`);
        writeSync(memberships, `${schoolId}\t${classId}\t${id}\t${grade}\t${today}\n`);
      }
    }
  });
  for (const file of [people, pupils, memberships]) closeSync(file);
  const columns = [
    ['school_id', 'person_id', 'kind', 'given_name', 'family_name', 'external_id', 'external_id_hash'],
    ['school_id', 'pupil_id'],
    ['school_id', 'class_id', 'pupil_id', 'grade', 'from_on'],
  ];
  return ['sealed_person', 'pupil', 'class_membership'].map((table, i) => ({
    table,
    columns: columns[i] ?? [],
    file: files[i] ?? '',
  }));
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

const measure = async (serveUrl: string, superuserUrl: string, folder: string): Promise<BenchResult> => {
  const key = randomBytes(32);
  const keyring = createKeyring(key);
  const db = openDatabase(serveUrl, keyring, 2);
  const copier = await openBareCopier(superuserUrl);
  const roster = join(folder, 'roster');
  writeMadeRoster(roster, organisationNumber, SIZE);
  const order = (schoolId: string): ImportOrder => ({
    url: serveUrl,
    key: key.toString('base64'),
    schoolId,
    folder: roster,
  });
  const inChild = async (schoolId: string): Promise<ImportReport> => {
    const child = startChild('import-process.ts');
    try {
      return await child.ask<ImportReport>(order(schoolId));
    } finally {
      await child.stop();
    }
  };
  try {
    const copies: number[] = [];
    const imports: ImportReport[] = [];
    const again: ImportReport[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const tables = await prepareCopy(db, await emptySchool(db, keyring), folder);
      const begun = performance.now();
      await copier.copyAll(tables);
      copies.push(performance.now() - begun);
      const { schoolId } = await emptySchool(db, keyring);
      imports.push(await inChild(schoolId));
      again.push(await inChild(schoolId));
    }
    const all = SIZE.classes * SIZE.pupils;
    if (imports.some((one) => one.added !== all) || again.some((one) => one.unchanged !== all))
      throw new Error('The import did not do what was to be measured.');
    const whole = imports.map((one) => one.readMs + one.applyMs);
    const ratio = median(whole.map((time, i) => (copies[i] ?? NaN) / time));
    const slowest = Math.max(...again.map((one) => one.readMs + one.applyMs));
    const memory = Math.max(...[...imports, ...again].map((one) => one.memory));
    return {
      postgres: copier.version,
      figures: [
        {
          what: `read, dry run and apply of ${all} pupils`,
          measured: seconds(median(whole)),
          baseline: seconds(median(copies)),
        },
        { what: 'share of the baseline', measured: ratio.toFixed(2), aim: '≥ 0.30', met: ratio >= 0.3 },
        { what: 'of it read and dry run', measured: seconds(median(imports.map((one) => one.readMs))) },
        { what: 'of it apply', measured: seconds(median(imports.map((one) => one.applyMs))) },
        { what: 'the same file again, no change, at most', measured: seconds(slowest) },
        {
          what: 'most memory of the importing process',
          measured: `${megabytes(memory)} MiB`,
          aim: '≤ 300 MB',
          met: memory <= 300e6,
        },
      ],
      notes: [
        `A OneRoster 1.1 folder: ${all} pupils in ${SIZE.classes} classes of one school. ${ROUNDS} rounds, each of the import in a new process and the baseline, in turn.`,
        'Baseline: COPY of the same rows from files into sealed_person, pupil and class_membership in one transaction, sealed and laid out beforehand, past row-level security; the classes were there.',
      ],
      sentence: `${all} pupils are read, compared and applied in ${seconds(median(whole))}, ${ratio.toFixed(2)} of the speed of bare COPY, with at most ${megabytes(memory)} MiB.`,
    };
  } finally {
    await copier.close();
    await db.close();
  }
};

export const rosterImport: Bench = {
  name: 'import',
  run: async () => {
    // The database runs as an account of its own, which must get at the baseline's files.
    const folder = mkdtempSync(join(tmpdir(), 'samhold-import-'));
    chmodSync(folder, 0o755);
    const database = await openBenchDatabase();
    try {
      return await measure(database.serveUrl, database.superuserUrl, folder);
    } finally {
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
