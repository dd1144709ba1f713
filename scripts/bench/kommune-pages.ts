import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { openGrade } from '../../apps/api/src/grade-sociograms/openings.ts';
import { openIdentityProviders } from '../../apps/api/src/session/identity-providers.ts';
import type { Database, Keyring } from '../../packages/db/src/index.ts';
import type { MadeKommune } from '../generate/make-kommune.ts';
import type { Figure } from './bench.ts';
import { signedInAs } from './kommune-school.ts';
import { median, ms, percentile } from './statistics.ts';

const SCHOOLS = 25;
const TIMES = 8;
const WARM_UP = 2;
/** Schools on one page of the owner's. */
const OWNER_PAGE = 20;

export type Page = { readonly what: string; readonly path: string; readonly cookie: string };

export const timeOf = async (port: number, { path, cookie }: Page): Promise<number> => {
  const begun = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { cookie: `__Host-samhold=${cookie}` },
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
  return performance.now() - begun;
};

/** What a contact teacher and leadership open most. */
export const pagesOf = async (db: Database, schoolId: string): Promise<readonly Page[]> => {
  const teacher = await signedInAs(db, schoolId, 'contact_teacher');
  const leader = await signedInAs(db, schoolId, 'leadership');
  const ofClass = (name: string): Page => ({
    what: `the class’s ${name}`,
    path: `/api/v1/classes/${teacher.classId ?? ''}/${name}`,
    cookie: teacher.cookie,
  });
  return [
    ...['home', 'wellbeing', 'sociograms', 'signals'].map(ofClass),
    { what: 'the school’s overview', path: '/api/v1/themes', cookie: leader.cookie },
  ];
};

/** The sociogram of the seventh grade in the newest round that has ended, opened as leadership opens it. */
const gradeSociogramOf = async (db: Database, keyring: Keyring, schoolId: string): Promise<Page> => {
  const { cookie, staffId } = await signedInAs(db, schoolId, 'leadership');
  const { round_id: roundId } = await db.inScope({ schoolId }, (tx) =>
    tx
      .selectFrom('round')
      .select('round_id')
      .where('school_id', '=', schoolId)
      .where('kind', '=', 'sociogram')
      .where('ended_at', 'is not', null)
      .orderBy('ended_at', 'desc')
      .executeTakeFirstOrThrow(),
  );
  const now = new Date();
  const deps = { db, keyring, now: () => now, identityProviders: openIdentityProviders('http://localhost') };
  const actor = {
    ...{ schoolId, staffId, trained: true },
    relations: [{ kind: 'leadership' as const, classId: null }],
  };
  const today = dayOf(now);
  const { openingId } = await openGrade(deps, actor, {
    ...{ roundId, grade: 7, fromOn: today, untilOn: today },
    reason: 'Målt.',
  });
  return { what: 'the sociogram of a grade', path: `/api/v1/grade-sociograms/${openingId}`, cookie };
};

/** The owner's overview of all schools, a page of it at a time. */
const ownerPagesOf = async (db: Database, { schools }: MadeKommune): Promise<readonly Page[]> => {
  const { cookie } = await signedInAs(db, schools[0]?.schoolId ?? '', 'owner');
  const pages = Math.ceil(schools.length / OWNER_PAGE);
  return Array.from({ length: pages }, (_, at) => ({
    what: `the owner’s overview of ${schools.length} schools, ${OWNER_PAGE} at a time`,
    path: `/api/v1/owner/schools?page=${at + 1}`,
    cookie,
  }));
};

/** The whole request from this machine, one at a time, of schools that come in turn so that nothing is still at hand. */
export const pageTimes = async (
  db: Database,
  keyring: Keyring,
  made: MadeKommune,
  port: number,
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const times = new Map<string, number[]>();
  const pages = [...(await ownerPagesOf(db, made))];
  for (const { schoolId } of made.schools.slice(0, SCHOOLS))
    pages.push(...(await pagesOf(db, schoolId)), await gradeSociogramOf(db, keyring, schoolId));
  for (let time = 0; time < WARM_UP + TIMES; time += 1)
    for (const page of pages) {
      const taken = await timeOf(port, page);
      if (time >= WARM_UP) times.set(page.what, [...(times.get(page.what) ?? []), taken]);
    }
  return times;
};

export const pageFigures = (times: ReadonlyMap<string, readonly number[]>): readonly Figure[] =>
  [...times].map(([what, taken]) => ({
    what: `${what}: median and p95`,
    measured: `${ms(median(taken))} and ${ms(percentile(taken, 0.95))}`,
    aim: '≤ 150 ms',
    met: percentile(taken, 0.95) <= 150,
  }));
