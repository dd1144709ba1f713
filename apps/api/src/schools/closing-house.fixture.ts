import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newBackupKey, openDatabase, tablesInOrder, type Database, type TableName } from '@samhold/db';
import { expect } from 'vitest';
import {
  codeOf,
  openHander,
  openTablet,
  readForm,
  wholeResponse,
  type Hander,
} from '../testing/answering.ts';
import { json, signIn, type Browser } from '../testing/browser.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';
import { deleteSchool, tablesOfSchools, type DeletionReceipt } from './delete-school.ts';
import { handOverSchool, type HandOver } from './hand-over.ts';
import { ClosingRefused, type OperatorDeps } from './operator.ts';

export type ClosingHouse = {
  readonly house: TestHouse;
  /** The school that closes. */
  readonly seated: SeatedSchool;
  readonly schoolId: string;
  /** An employee who signs in as «ansatt to». «leder to» leads the school. */
  readonly employeeId: string;
  readonly neighbour: SeatedSchool;
  readonly deps: OperatorDeps;
  readonly ownDb: Database;
  readonly tables: readonly TableName[];
  readonly folder: string;
  /** A tablet that has answered and not handed in yet. */
  readonly hander: Hander;
  readonly sealed: Awaited<ReturnType<Hander['seal']>>;
  readonly ask: <Row>(sql: string) => Promise<readonly Row[]>;
  /** Every row of every table there is, but of the school alone or of all others, hashed by table. */
  readonly hashed: (
    which: 'own' | 'others',
    except?: readonly string[],
  ) => Promise<Readonly<Record<string, string>>>;
  /** Tables in which an id stands, in whatever column. */
  readonly speakOf: (id: string) => Promise<readonly string[]>;
  readonly remove: (confirmed?: string) => Promise<DeletionReceipt>;
  /** Hands over into a file of the folder, and gives what opens it. */
  readonly handOver: (name: string) => Promise<HandOver & { readonly identity: string }>;
  readonly enter: (classCode: string) => Promise<Response>;
  readonly comesIn: (subject: string) => Promise<boolean>;
  readonly leadership: Browser;
  readonly close: () => Promise<void>;
};

export const number = '999999999';

export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ClosingRefused ? error.because : String(error)),
  );

export const answerOf = async (response: Response): Promise<readonly [number, string]> => [
  response.status,
  response.ok ? '' : await codeOf(response),
];

const reading = (
  { database }: TestHouse,
  schoolId: string,
): Pick<ClosingHouse, 'ask' | 'hashed' | 'speakOf'> => {
  const ask = <Row>(sql: string) => database.ask<Row>(sql);
  return {
    ask,
    hashed: async (which, except = []) => {
      const found: [string, string][] = [];
      for (const { name, columns } of await tablesInOrder(database.migration)) {
        // Vain attempts are of an address, and of no school.
        if (except.includes(name) || name === 'attempt_window') continue;
        const ofSchool = columns.some((column) => column.name === 'school_id');
        if (which === 'own' && !ofSchool) continue;
        const [row] = await ask<{ hash: string }>(
          `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${name} t
            where ${ofSchool ? `school_id ${which === 'own' ? '=' : '<>'} '${schoolId}'` : 'true'}`,
        );
        found.push([name, row?.hash ?? '']);
      }
      return Object.fromEntries(found);
    },
    speakOf: async (id) => {
      const names = await ask<{ name: string }>(
        `select n.nspname || '.' || relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
          where relkind = 'r' and nspname in ('public', 'pgboss')`,
      );
      const found: string[] = [];
      for (const { name } of names) {
        const [row] = await ask<{ n: number }>(
          `select count(*)::int as n from ${name} t where to_jsonb(t)::text like '%${id}%'`,
        );
        if ((row?.n ?? 0) > 0) found.push(name);
      }
      return found.sort();
    },
  };
};

/** A school with rows in nearly every table, about to be closed, and another one like it. */
export const openClosingHouse = async (superuserUrl: string): Promise<ClosingHouse> => {
  const house = await openTestHouse(superuserUrl);
  const seated = await openSeatedSchool(house);
  const neighbour = await openSeatedSchool(house, undefined, 'other ');
  const { schoolId } = seated.school;
  const deps: OperatorDeps = { db: house.deps.db, keyring: house.deps.keyring, now: house.deps.now };
  const ownDb = openDatabase(house.database.migration, house.deps.keyring, 1);
  const tables = tablesOfSchools(await tablesInOrder(house.database.migration));
  const folder = mkdtempSync(join(tmpdir(), 'samhold-closing-'));
  for (const subject of ['leder to', 'ansatt to']) house.addSubject(subject);
  await addStaff(house, seated.school, 'leder to', [{ kind: 'leadership' }]);
  const employeeId = await addStaff(house, seated.school, 'ansatt to', [{ kind: 'employee' }]);
  const [, , third, fourth] = seated.cards;
  const tablet = await openTablet(house, seated.classCode, third ?? expect.fail('Too few pupils.'));
  const hander = await openHander(tablet);
  const sealed = await hander.seal(wholeResponse(await readForm(tablet)));
  const read = reading(house, schoolId);
  await read.ask(`insert into pgboss.job (name, data) values
    ('clock.school', '{"schoolId": "${schoolId}"}'), ('clock.school', '{"schoolId": "${neighbour.school.schoolId}"}')`);
  return {
    ...{ house, seated, schoolId, employeeId, neighbour, deps, ownDb, tables, folder, hander, sealed },
    ...read,
    remove: (confirmed = number) =>
      deleteSchool({ ...deps, db: ownDb }, schoolId, tables, { receivedAs: '2026/4711', confirmed }),
    handOver: async (name) => {
      const { identity, recipient } = await newBackupKey();
      return {
        ...(await handOverSchool(deps, schoolId, { file: join(folder, name), recipient })),
        identity,
      };
    },
    enter: (classCode) =>
      house.tablet()(
        '/api/v1/pupil-session',
        json('POST', { classCode, pupilId: fourth?.pupil.pupilId, pictures: fourth?.pictures }),
      ),
    comesIn: async (subject) => {
      const browser = house.tablet();
      await signIn(browser, house.origin, subject).catch(() => undefined);
      return (await browser('/api/v1/session')).ok;
    },
    leadership: seated.browserOf('leadership'),
    close: async () => {
      await ownDb.close();
      rmSync(folder, { recursive: true });
      await house.close();
    },
  };
};
