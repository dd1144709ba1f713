import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OwnerOverview, Report } from '@samhold/contract';
import { openDatabase, sql } from '@samhold/db';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf } from '../testing/answering.ts';
import { followSignIn, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { endedRound } from '../testing/ended-round.ts';
import { publishReport, staffReport } from '../testing/published-reports.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;
let owner: Browser;

type Seated = { readonly school: TestSchool; readonly leadership: Browser; readonly teacher: string };

const seat = async (name: string, pupils: number): Promise<Seated> => {
  const school = await makeSchool(house, name, rosterHeader + rosterOf('5A', 5, pupils));
  await addStaff(house, school, `head of ${name}`, [{ kind: 'leadership' }]);
  const teacher = `teacher at ${name}`;
  await addStaff(house, school, teacher, [
    { kind: 'contact_teacher', classId: school.classIds.get('5A') ?? '' },
  ]);
  return { school, leadership: await house.staffBrowser(`head of ${name}`), teacher };
};
const report = async (
  { school, leadership }: Seated,
  audience: 'owner' | 'public' | 'staff',
  ...roundIds: string[]
): Promise<string> => {
  const wish = { ...staffReport(randomUUID(), ''), audience, roundIds, title: `Til ${audience}` };
  const { publication } = await publishReport(house, school, leadership, wish);
  expect(publication.state).toBe('published');
  return publication.publicationId;
};
/** A report as it was frozen. */
const documentOf = ({ school }: Seated, publicationId: string): Promise<Report> =>
  house.deps.db.inScope(school, async (tx) => {
    const { document } = await tx
      .selectFrom('publication')
      .select('document')
      .where('school_id', '=', school.schoolId)
      .where('publication_id', '=', publicationId)
      .executeTakeFirstOrThrow();
    return document as unknown as Report;
  });
const firstOf = (
  items: readonly { readonly theme: string; readonly itemId: string }[],
  theme: string,
): string | undefined => items.find((item) => item.theme === theme)?.itemId;
const asks = async (browser: Browser, query = '') =>
  bodyOf<OwnerOverview>(await browser(`/api/v1/owner/schools${query}`));

let [vik, liten, trakk, fremmed]: Seated[] = [];
const of = (seated: Seated | undefined): Seated => {
  if (seated === undefined) throw new Error('The schools are not made yet.');
  return seated;
};
const ended = (seated: Seated) => endedRound(house, seated.school, seated.leadership, seated.teacher);
let rounds: string[];

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  vik = await seat('Vik', 24);
  liten = await seat('Liten', 12);
  trakk = await seat('Trakk', 24);
  fremmed = await seat('Fremmed', 24);
  const taus = await makeSchool(house, 'Ås', rosterHeader + rosterOf('5A', 5, 3));
  for (const school of [vik.school, liten.school, trakk.school, taus])
    await addStaff(house, school, 'rådgiver', [{ kind: 'owner' }], { trained: false });
  await addStaff(house, fremmed.school, 'rådgiver', [
    { kind: 'owner', toAt: new Date(house.deps.now().getTime() - 86_400_000) },
  ]);
  owner = await house.staffBrowser('rådgiver');
}, 120_000);
afterAll(() => house.close());

test('before anything is published, every school of the owner is named as one with nothing to show', async () => {
  expect(await asks(owner)).toEqual({
    ...{ schools: [], page: 1, pages: 1, shown: 0 },
    silent: ['Liten', 'Trakk', 'Vik', 'Ås'],
  });
});

test('the newest report of a school stands with what it says of the school under one, round by round', async () => {
  const school = of(vik);
  rounds = [await ended(school), await ended(school)];
  const [first = '', second = ''] = rounds;
  await report(school, 'staff', first);
  await report(school, 'public', first);
  const newest = await report(school, 'owner', first, second);
  await report(of(fremmed), 'public', await ended(of(fremmed)));
  const { schools, silent } = await asks(owner);
  expect(silent).toEqual(['Liten', 'Trakk', 'Ås']);
  expect(schools).toHaveLength(1);
  const [shown] = schools;
  expect(shown).toMatchObject({
    ...{ schoolId: school.school.schoolId, name: 'Vik', publications: 2 },
    newest: { publicationId: newest, title: 'Til owner' },
  });
  expect(shown?.rounds.map(({ roundId }) => roundId)).toEqual(rounds);
  const { rounds: told } = await documentOf(school, newest);
  const published = told.flatMap(({ roundId, tables }) =>
    tables.flatMap(({ items }) =>
      items
        .filter(({ theme, itemId }) => theme !== 'bullying' && itemId === firstOf(items, theme))
        .flatMap(({ theme, rows }) =>
          rows
            .filter(({ level }) => level === 'school')
            .map(({ size, answered, counts }) => {
              const above = counts.find(({ optionId }) => optionId === 'above')?.count ?? null;
              const shareAbove = above === null || answered === null ? null : above / answered;
              return { roundId, themeId: theme, shareAbove, size };
            }),
        ),
    ),
  );
  const overview = (shown?.themes ?? []).flatMap(({ themeId, lines }) =>
    lines.flatMap(({ points }) => points.map((point) => ({ themeId, ...point }))),
  );
  expect(published.length).toBeGreaterThan(3);
  const inOrder = (all: typeof published) =>
    all.toSorted((a, b) => `${a.roundId} ${a.themeId}`.localeCompare(`${b.roundId} ${b.themeId}`));
  expect(inOrder(overview)).toEqual(inOrder(published));
  expect(shown?.questions.map(({ themeId }) => themeId)).toContain('recess');
});

test('nothing finer than the school under one is in it, whatever the report tells', async () => {
  const answer = JSON.stringify(await asks(owner));
  expect(answer).toContain('"level":"school"');
  expect(answer).not.toMatch(/"level":"(grade|class)"|5A|Elev/);
});

test('a school that is too small to be listed, and one that has withdrawn its report, are as those without any', async () => {
  await report(of(liten), 'owner', await ended(of(liten)));
  const withdrawn = await report(of(trakk), 'owner', await ended(of(trakk)));
  const names = async () => {
    const { schools, silent } = await asks(owner);
    return [schools.map(({ name }) => name), silent];
  };
  expect(await names()).toEqual([
    ['Trakk', 'Vik'],
    ['Liten', 'Ås'],
  ]);
  await of(trakk).leadership(`/api/v1/publications/${withdrawn}/revoke`, { method: 'POST' });
  expect(await names()).toEqual([['Vik'], ['Liten', 'Trakk', 'Ås']]);
});

test('the same is shown whichever school the session is of; its own school says so', async () => {
  const here = async () => {
    const { schools } = await asks(owner);
    return schools.map(({ isHere }) => isHere);
  };
  expect(await here()).toEqual([false]);
  const before = await asks(owner);
  await followSignIn(owner, house.origin, `/api/v1/sign-in?school=${of(vik).school.schoolId}`, 'rådgiver');
  expect(await here()).toEqual([true]);
  expect((await asks(owner)).schools[0]).toEqual({ ...before.schools[0], isHere: true });
});

test('whoever came by Feide sees the schools that take staff of that kommune, and their own', async () => {
  const own = of(vik).school;
  const setRealm = (realm: string | null) =>
    house.deps.db.inScope(own, (tx) =>
      tx.updateTable('staff_session').set({ realm }).where('school_id', '=', own.schoolId).execute(),
    );
  for (const [{ school }, realm] of [
    [of(liten), 'vik.no'],
    [of(trakk), 'annen.no'],
  ] as const)
    await house.deps.db.inScope(school, (tx) =>
      tx.insertInto('school_realm').values({ school_id: school.schoolId, realm }).execute(),
    );
  await setRealm('vik.no');
  const { schools, silent } = await asks(owner);
  expect([...schools.map(({ name }) => name), ...silent]).toEqual(['Vik', 'Liten']);
  await setRealm(null);
  expect((await asks(owner)).silent).toEqual(['Liten', 'Trakk', 'Ås']);
});

test('a page that is not there is the last one, and a school is found by its name', async () => {
  expect(await asks(owner, '?page=7')).toMatchObject({ page: 1, pages: 1, shown: 1 });
  expect((await asks(owner, '?sought=vIK')).schools).toHaveLength(1);
  expect(await asks(owner, '?sought=fremmed')).toMatchObject({ schools: [], shown: 0 });
  expect((await owner('/api/v1/owner/schools?page=0')).status).toBe(400);
});

test('reports published before the page was made have the same kept beside them', async () => {
  const everything = openDatabase(house.database.superuser, house.deps.keyring, 1);
  const kept = async () =>
    (
      await everything.beforeScope((tx) =>
        sql<{ overview: unknown }>`select overview from publication order by publication_id`.execute(tx),
      )
    ).rows;
  const written = await kept();
  expect(written.filter(({ overview }) => overview !== null).length).toBeGreaterThan(3);
  const migration = readFileSync(
    resolve(import.meta.dirname, '../../../../migrations/20261127T190000_publication_overview.sql'),
    'utf8',
  );
  await everything.beforeScope((tx) => sql`update publication set overview = null`.execute(tx));
  await everything.beforeScope((tx) =>
    sql.raw(migration.slice(migration.indexOf('update publication p'))).execute(tx),
  );
  expect(await kept()).toEqual(written);
  await everything.close();
});
