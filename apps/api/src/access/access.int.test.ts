import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildApp } from '../app.ts';
import {
  cardsOf,
  handIn,
  openSitting,
  openTablet,
  put,
  readForm,
  wholeResponse,
  type Card,
} from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { accessTable, seats, type Answer, type Seat } from './access-table.ts';
import { accessLogHash } from './log.ts';

const pupilRows = (className: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${className},5,Elev${at},Prøve,${className}-${at}\n`).join('');
const roster = `klasse,trinn,fornavn,etternavn,id\n${pupilRows('5A', 12)}${pupilRows('5B', 6)}`;

type Ids = Readonly<
  Record<'classId' | 'sociogramId' | 'wellbeingId' | 'pupilId' | 'signalId' | 'roundId', string>
>;

let house: TestHouse;
let school: TestSchool;
let ids: Ids;
let cards: readonly Card[];
let classCode: string;
const browsers = new Map<Seat, Browser>();

const browserOf = (seat: Seat): Browser => {
  const browser = browsers.get(seat);
  if (browser === undefined) throw new Error(`Nobody sits in the seat of ${seat}.`);
  return browser;
};
const cardAt = (at: number): Card => {
  const card = cards[at];
  if (card === undefined) throw new Error(`The class has no pupil ${at}.`);
  return card;
};

const seatStaff = async (): Promise<void> => {
  const classId = school.classIds.get('5A') ?? '';
  const other = await makeSchool(house, 'Nabo', roster);
  const daysOn = (days: number) => new Date(house.deps.now().getTime() + days * 86_400_000);
  const relations: Partial<Record<Seat, Parameters<typeof addStaff>[3][number]>> = {
    'contact teacher of the class': { kind: 'contact_teacher', classId },
    'contact teacher of another class': { kind: 'contact_teacher', classId: school.classIds.get('5B') ?? '' },
    'contact teacher until yesterday': { kind: 'contact_teacher', classId, toAt: daysOn(-1) },
    'substitute of the class': { kind: 'substitute', classId, toAt: daysOn(1) },
    employee: { kind: 'employee' },
    'social teacher': { kind: 'social_teacher' },
    'environment team': { kind: 'environment_team' },
    leadership: { kind: 'leadership' },
    administrator: { kind: 'administrator' },
    'council reader': { kind: 'council_reader' },
  };
  for (const seat of seats) {
    const relation = relations[seat];
    if (relation === undefined) continue;
    await addStaff(house, school, seat, [relation]);
    browsers.set(seat, await house.staffBrowser(seat));
  }
  const seat = 'contact teacher of another school';
  await addStaff(house, other, seat, [{ kind: 'contact_teacher', classId: other.classIds.get('5A') ?? '' }]);
  browsers.set(seat, await house.staffBrowser(seat));
  browsers.set('nobody', house.tablet());
};

/** Everyone chooses the five next in a ring that leaves the last pupil out, who chooses nobody: this gives a signal. */
const holdSociogram = async (teacher: Browser, classId: string, roundId: string): Promise<string> => {
  const sitting = await openSitting(teacher, classId, { kind: 'sociogram', roundId });
  const ring = cards.slice(0, -1).map((card) => card.pupil.pupilId);
  for (const [at, card] of cards.entries()) {
    await handIn(house, sitting.classCode, card, () =>
      at === ring.length ? [] : [1, 2, 3, 4, 5].map((step) => ring[(at + step) % ring.length] ?? ''),
    );
  }
  return sitting.sittingId;
};

const holdWellbeing = async (teacher: Browser, classId: string): Promise<string> => {
  const sitting = await openSitting(teacher, classId, { kind: 'wellbeing' });
  const tablet = await openTablet(house, sitting.classCode, cardAt(0));
  const form = await readForm(tablet);
  const talkWith = form.adults[0]?.staffId;
  expect((await put(tablet, { ...wholeResponse(form), talkWith })).status).toBe(200);
  await teacher(`/api/v1/sittings/${sitting.sittingId}/close`, { method: 'POST' });
  return sitting.sittingId;
};

const planned = () => {
  const day = (add: number) =>
    new Date(house.deps.now().getTime() + add * 86_400_000).toISOString().slice(0, 10);
  return { kind: 'sociogram', name: 'Runde', opensOn: day(0), closesOn: day(4) };
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  school = await makeSchool(house, 'Prøve', roster);
  await seatStaff();
  const classId = school.classIds.get('5A') ?? '';
  const teacher = browserOf('contact teacher of the class');
  const leadership = browserOf('leadership');
  cards = await cardsOf(teacher, classId);
  const { roundId } = await (await leadership('/api/v1/rounds', json('POST', planned()))).json();
  const sociogramId = await holdSociogram(teacher, classId, roundId);
  expect((await leadership(`/api/v1/rounds/${roundId}/end`, { method: 'POST' })).status).toBe(200);
  const wellbeingId = await holdWellbeing(teacher, classId);
  const { signals } = await (await teacher(`/api/v1/classes/${classId}/signals`)).json();
  ids = {
    classId,
    sociogramId,
    wellbeingId,
    roundId,
    pupilId: cardAt(0).pupil.pupilId,
    signalId: signals[0].signalId,
  };
  classCode = (await openSitting(teacher, classId, { kind: 'wellbeing' })).classCode;
  browsers.set('pupil', await openTablet(house, classCode, cardAt(1)));
});
afterAll(() => house.close());

type Call = readonly [path: string, options?: RequestInit];

const post = { method: 'POST' };

/** For each route a request that is right in itself, about the class whose ids are given. */
const callOf = (route: string, of: Ids): Call => {
  const path = (route.split(' ')[1] ?? '')
    .replace(':classId', of.classId)
    .replace(':sittingId', /wellbeing|talk/.test(route) ? of.wellbeingId : of.sociogramId)
    .replace(':pupilId', of.pupilId)
    .replace(':signalId', of.signalId)
    .replace(':roundId', of.roundId)
    .replace(':responseId', randomUUID());
  const bodies: Readonly<Record<string, RequestInit>> = {
    'POST /api/v1/roster': { method: 'POST', headers: { 'content-type': 'text/csv' }, body: roster },
    'POST /api/v1/classes/:classId/sittings': json('POST', { kind: 'sociogram' }),
    'POST /api/v1/signals/:signalId/verifications': json('POST', {
      state: 'being_verified',
      observed: 'Sett i friminutt.',
    }),
    'POST /api/v1/rounds': json('POST', planned()),
    'POST /api/v1/join': json('POST', { classCode }),
    'POST /api/v1/pupil-session': json('POST', {
      classCode,
      pupilId: cardAt(2).pupil.pupilId,
      pictures: cardAt(2).pictures,
    }),
    'PUT /api/v1/responses/:responseId': json('PUT', {
      revision: 1,
      language: 'nb',
      answers: [],
      submit: false,
    }),
    'DELETE /api/v1/pupil-session': { method: 'DELETE' },
  };
  return [path, bodies[route] ?? (route.startsWith('POST') ? post : {})];
};

const absentIds = (): Ids => ({
  classId: randomUUID(),
  sociogramId: randomUUID(),
  wellbeingId: randomUUID(),
  pupilId: randomUUID(),
  signalId: randomUUID(),
  roundId: randomUUID(),
});

const refusals: Readonly<Record<Exclude<Answer, 'allowed'>, readonly [number, string]>> = {
  'not found': [404, 'not_found'],
  'not signed in': [401, 'not_signed_in'],
  'no pupil session': [401, 'pupil_session_ended'],
};

// Routes that end the session they are called in come last.
const endsSession = (route: string): boolean => /sign-out|DELETE|pupil-session$/.test(route);
const walk = Object.keys(accessTable).sort((a, b) => Number(endsSession(a)) - Number(endsSession(b)));

const logRows = () =>
  house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('access_log')
      .selectAll()
      .where('school_id', '=', school.schoolId)
      .orderBy('sequence')
      .execute(),
  );

describe('refusals', () => {
  test.each(walk)(
    '%s refuses every seat the table refuses, as the table says, and logs no opening',
    async (route) => {
      const before = await logRows();
      for (const seat of seats) {
        const answer = accessTable[route]?.[seat];
        if (answer === undefined || answer === 'allowed') continue;
        const response = await browserOf(seat)(...callOf(route, ids));
        const [status, code] = refusals[answer];
        expect([seat, response.status, (await response.json()).code]).toEqual([seat, status, code]);
        expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      }
      expect(await logRows()).toEqual(before);
    },
  );

  test.each(walk.filter((route) => /:(classId|sittingId|signalId|roundId)/.test(route)))(
    'S7: %s answers an id that is not there byte for byte as one that is not yours',
    async (route) => {
      const bodies = new Set<string>();
      for (const seat of seats) {
        const answer = accessTable[route]?.[seat];
        if (answer !== 'allowed' && answer !== 'not found') continue;
        const absent = await browserOf(seat)(...callOf(route, absentIds()));
        bodies.add(`${absent.status} ${absent.headers.get('content-type')} ${await absent.text()}`);
        if (answer === 'allowed') continue;
        const forbidden = await browserOf(seat)(...callOf(route, ids));
        bodies.add(`${forbidden.status} ${forbidden.headers.get('content-type')} ${await forbidden.text()}`);
      }
      expect(bodies.size).toBe(1);
    },
  );
});

describe('openings', () => {
  const openings = [
    ['GET /api/v1/classes/:classId/picture-cards', 'picture-cards.read', 'classId'],
    ['GET /api/v1/sittings/:sittingId/sociogram', 'sociogram.read', 'sociogramId'],
    ['GET /api/v1/sittings/:sittingId/wellbeing', 'wellbeing.read', 'wellbeingId'],
    ['GET /api/v1/classes/:classId/signals', 'signals.read', 'classId'],
    ['POST /api/v1/signals/:signalId/verifications', 'signal.verify', 'signalId'],
  ] as const;

  test.each(openings)('%s leaves one entry with ids and no names', async (route, action, subject) => {
    const before = await logRows();
    const response = await browserOf('contact teacher of the class')(...callOf(route, ids));
    expect(response.ok).toBe(true);
    const added = (await logRows()).slice(before.length);
    expect(added).toHaveLength(1);
    expect(added[0]).toMatchObject({ action, subject_id: ids[subject], role: 'contact_teacher' });
    expect(JSON.stringify(added)).not.toMatch(/Elev\d|Prøve|5A/);
  });

  test('the chain of entries can be computed again from its first link', async () => {
    let previous: Buffer = Buffer.alloc(32);
    const rows = await logRows();
    expect(rows.length).toBeGreaterThan(4);
    for (const [at, { school_id: _school, hash, ...row }] of rows.entries()) {
      const entry = { ...row, sequence: Number(row.sequence), at: row.at.toISOString() };
      expect(entry.sequence).toBe(at + 1);
      previous = accessLogHash(previous, entry);
      expect(hash.equals(previous)).toBe(true);
    }
  });
});

describe('permissions', () => {
  test.each(walk)('%s lets in every seat the table lets in', async (route) => {
    for (const seat of seats) {
      if (accessTable[route]?.[seat] !== 'allowed') continue;
      const response = await browserOf(seat)(...callOf(route, ids));
      expect([seat, response.status]).not.toEqual([
        seat,
        expect.toSatisfy((status) => [401, 403, 404].includes(status)),
      ]);
      expect(response.status).toBeLessThan(500);
    }
  });
});

/** Reads the routes out of the router's own picture of itself: one line a node, four columns a level. */
const routesIn = (picture: string): readonly string[] => {
  const path: string[] = [];
  return picture.split('\n').flatMap((line) => {
    const found = /^([│ ]*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (found === null) return [];
    const [, indent = '', part = '', methods = ''] = found;
    path.length = indent.length / 4;
    path.push(part);
    return methods
      .split(', ')
      .flatMap((method) => (method === '' || method === 'HEAD' ? [] : [`${method} ${path.join('')}`]));
  });
};

describe('completeness', () => {
  test('the table holds the routes of the server, no more and no fewer', async () => {
    const app = await buildApp(house.deps);
    await app.ready();
    const routes = routesIn(app.printRoutes());
    expect([...new Set(routes)].sort()).toEqual(Object.keys(accessTable).sort());
    await app.close();
  });

  test('a route that declares no access stops the server from being built', async () => {
    const app = await buildApp(house.deps);
    expect(() => app.get('/api/v1/forgotten', () => 'open')).toThrow('declares no access');
    await app.close();
  });
});
