import { randomUUID } from 'node:crypto';
import { classesOfYear, schoolYearOn } from '../../apps/api/src/roster/service.ts';
import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { insertStaffMember, ownerHash, type NewRelation } from '../../apps/api/src/roster/people.ts';
import { nameClass } from '../../apps/api/src/demo/generate/name-people.ts';
import { randomStream } from '../../apps/api/src/demo/generate/random-stream.ts';
import {
  demoIssuer,
  ownerSubject,
  sharedSubject,
  subjectOf,
} from '../../apps/api/src/demo/kommune/subjects.ts';
import {
  copyTemplate,
  forgetSchool,
  readTemplate,
  type Database,
  type Keyring,
  type SchoolTemplate,
} from '../../packages/db/src/index.ts';
import { liveThrough, type HistorySize } from './made-history.ts';
import { publishHistory } from './publish-history.ts';
import { sealedAnew } from './sealed-anew.ts';

type Kind = HistorySize & { readonly share: number };

/** Small, middling and large schools, and how many of 150 are of each kind: together 60,144 pupils. */
export const kommuneKinds: readonly Kind[] = [
  { years: 1, parallels: 1, pupils: 18, share: 22 },
  { years: 1, parallels: 2, pupils: 24, share: 52 },
  { years: 1, parallels: 3, pupils: 25, share: 76 },
];

export type KommuneWish = {
  readonly schools: number;
  readonly seed: number;
  readonly kinds?: readonly Kind[];
  /** Of the identities that staff sign in by: the local provider unless told otherwise. */
  readonly issuer?: string;
  readonly say?: (line: string) => void;
  /** Waited for after each school, with those there are by then. */
  readonly afterEach?: (made: MadeKommune) => Promise<void>;
};

export type MadeKommune = {
  readonly ownerId: string;
  readonly schools: readonly { readonly schoolId: string; readonly pupils: number }[];
};

/** The kind of each school in turn, so that also the first few are of all kinds. */
const kindsInTurn = (kinds: readonly Kind[], schools: number): readonly number[] => {
  const all = kinds.reduce((sum, { share }) => sum + share, 0);
  const made = kinds.map(() => 0);
  return Array.from({ length: schools }, (_, at) => {
    const behind = kinds.map(({ share }, k) => ((at + 1) * share) / all - (made[k] ?? 0));
    const next = behind.indexOf(Math.max(...behind));
    made[next] = (made[next] ?? 0) + 1;
    return next;
  });
};

/** So many schools have one social teacher between them. */
const SHARED = 2;

type Made = { readonly seed: number; readonly number: number; readonly issuer: string };
type Seat = { readonly relations: readonly Omit<NewRelation, 'fromAt'>[]; readonly subject?: string };

const seatsOf = (number: number, classes: ReadonlyMap<string, string>): readonly Seat[] => {
  const office = (
    [
      ['principal', [{ kind: 'leadership' }, { kind: 'principal' }]],
      ['social-teacher', [{ kind: 'social_teacher' }]],
      ['administrator', [{ kind: 'administrator' }]],
    ] as const
  ).map(([seat, relations]) => ({ relations, subject: subjectOf(number, seat) }));
  const teachers = [...classes].map(([className, classId]) => ({
    relations: [{ kind: 'contact_teacher' as const, classId }],
    ...(className === '7A' ? { subject: subjectOf(number, 'teacher') } : {}),
  }));
  const shared: Seat = { relations: [{ kind: 'social_teacher' }], subject: sharedSubject };
  return [
    { relations: [{ kind: 'owner' }], subject: ownerSubject },
    ...(number <= SHARED ? [shared] : []),
    ...office,
    ...teachers,
  ];
};

const seatEverybody = (
  db: Database,
  keyring: Keyring,
  schoolId: string,
  { seed, number, issuer }: Made,
): Promise<void> =>
  db.inScope({ schoolId }, async (tx, sealer) => {
    const yearId = (await schoolYearOn(tx, schoolId, dayOf(new Date()))) ?? '';
    const seats = seatsOf(number, await classesOfYear(tx, schoolId, yearId));
    const [random, taken] = [randomStream(seed, 'kommune staff', number), new Set<string>()];
    const fromAt = new Date(Date.now() - 100 * 86_400_000);
    for (const { relations, subject } of seats) {
      const [name] = nameClass(1, taken, random, { withNamesakes: false, mustHave: null });
      await insertStaffMember(tx, await sealer(), keyring, schoolId, {
        ...(name ?? { givenName: '', familyName: '' }),
        trainedOn: dayOf(fromAt),
        ...(subject === undefined ? {} : { identity: { issuer, subject } }),
        relations: relations.map((relation) => ({ ...relation, fromAt })),
      });
    }
  });

const makeOwner = (db: Database, ownerName: string): Promise<string> =>
  db.beforeScope(async (tx) => {
    const ownerId = randomUUID();
    await tx.insertInto('school_owner').values({ owner_id: ownerId, name: ownerName }).execute();
    return ownerId;
  });

/** What finds the school, and its reports, before any school is in scope. */
const leadTo = async (db: Database, owner: Buffer, schoolId: string): Promise<void> => {
  const links = await db.inScope({ schoolId }, (tx) =>
    tx.selectFrom('publication').select('link_hash').where('school_id', '=', schoolId).execute(),
  );
  await db.beforeScope(async (tx) => {
    await tx.insertInto('owner_school_lookup').values({ owner_hash: owner, school_id: schoolId }).execute();
    for (const { link_hash: hash } of links)
      if (hash !== null)
        await tx.insertInto('publication_lookup').values({ link_hash: hash, school_id: schoolId }).execute();
  });
};

const templateOf = async (
  db: Database,
  keyring: Keyring,
  urls: { readonly serve: string; readonly superuser: string },
  kind: Kind,
): Promise<SchoolTemplate> => {
  const { schoolId } = await liveThrough(db, keyring, urls.serve, kind);
  await publishHistory(db, keyring, schoolId);
  return readTemplate(urls.superuser, schoolId);
};

/**
 * Fills a database with a kommune: one owner, and schools with classes, staff, calendar and the rounds of a year and of this
 * one so far. A school of each kind lives through its rounds as the product has them; the others are copies of it with ids,
 * key and names of their own, streamed by COPY.
 */
export const makeKommune = async (
  db: Database,
  keyring: Keyring,
  urls: { readonly serve: string; readonly superuser: string },
  { schools, seed, kinds = kommuneKinds, issuer = demoIssuer, say = () => undefined, afterEach }: KommuneWish,
): Promise<MadeKommune> => {
  const turn = kindsInTurn(kinds, schools);
  const templates: (SchoolTemplate | undefined)[] = [];
  for (const [k, kind] of kinds.entries()) {
    const used = turn.includes(k);
    if (used) say(`Lager en skole med ${7 * (kind.parallels ?? 2) * kind.pupils} elever …`);
    templates.push(used ? await templateOf(db, keyring, urls, kind) : undefined);
  }
  const ownerId = await makeOwner(db, 'Samhold kommune');
  const made: { schoolId: string; pupils: number }[] = [];
  for (const [at, k] of turn.entries()) {
    const [template, kind] = [templates[k], kinds[k]];
    if (template === undefined || kind === undefined) continue;
    const number = at + 1;
    const rewrites = sealedAnew(keyring, seed, number, ownerId);
    const schoolId = await copyTemplate(urls.superuser, template, rewrites, [ownerId]);
    await leadTo(db, ownerHash(keyring, ownerId), schoolId);
    await seatEverybody(db, keyring, schoolId, { seed, number, issuer });
    made.push({ schoolId, pupils: 7 * (kind.parallels ?? 2) * kind.pupils });
    if (number % 10 === 0) say(`${number} skoler`);
    await afterEach?.({ ownerId, schools: made });
  }
  for (const template of templates)
    if (template !== undefined) await forgetSchool(urls.superuser, template.schoolId);
  return { ownerId, schools: made };
};
