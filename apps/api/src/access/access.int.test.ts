import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { codeOf } from '../testing/answering.ts';
import { callOf as callIn, type Call } from '../testing/call-of.ts';
import { absentIds } from '../testing/absent-ids.ts';
import { openSeatedSchool, type Ids, type SeatedSchool } from '../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { accessTable, seats, type Answer } from './access-table.ts';
import { accessLogHash } from './log.ts';

let house: TestHouse;
let seated: SeatedSchool;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  seated = await openSeatedSchool(house);
});
afterAll(() => house.close());

const callOf = (route: string, of: Ids): Call => callIn(house, seated, route, of);

const refusals: Readonly<Record<Exclude<Answer, 'allowed'>, readonly [number, string]>> = {
  'not found': [404, 'not_found'],
  'not signed in': [401, 'not_signed_in'],
  'no pupil session': [401, 'pupil_session_ended'],
  'no upload token': [401, 'upload_unknown'],
};

// Routes that end the session they are called in come last.
const endsSession = (route: string): boolean => /sign-out|pupil-session(\/identity)?$/.test(route);
const walk = Object.keys(accessTable).sort((a, b) => Number(endsSession(a)) - Number(endsSession(b)));

/** Removing what is not there is done already, and so is removing what is another school's. */
const removesTwice: ReadonlySet<string> = new Set([
  'DELETE /api/v1/calendar/periods/:periodId',
  'DELETE /api/v1/read-aloud/clips/:clipId',
]);

const logRows = () =>
  house.deps.db.inScope(seated.school, (tx) =>
    tx
      .selectFrom('access_log')
      .selectAll()
      .where('school_id', '=', seated.school.schoolId)
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
        const response = await seated.browserOf(seat)(...callOf(route, seated.ids));
        const [status, code] = refusals[answer];
        expect([seat, response.status, await codeOf(response)]).toEqual([seat, status, code]);
        expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      }
      expect(await logRows()).toEqual(before);
    },
  );

  test.each(
    walk.filter((route) =>
      /:(classId|sittingId|signalId|roundId|importId|staffId|schoolYearId|noticeId|clipId|periodId|entryId|relationId|pupilId|openingId|surveyImportId|noteId|holdId|arrangementId|questionnaireId|publicationId|releaseId|meetingId|measureId|caseId|itemId|taskId|documentId|exportId|reportId|investigationId)/.test(
        route,
      ),
    ),
  )('S7: %s answers an id that is not there byte for byte as one that is not yours', async (route) => {
    const bodies = new Set<string>();
    for (const seat of seats) {
      const answer = accessTable[route]?.[seat];
      if (answer !== 'allowed' && answer !== 'not found') continue;
      if (answer === 'allowed' && removesTwice.has(route)) continue;
      const absent = await seated.browserOf(seat)(...callOf(route, absentIds()));
      bodies.add(`${absent.status} ${absent.headers.get('content-type')} ${await absent.text()}`);
      if (answer === 'allowed') continue;
      const forbidden = await seated.browserOf(seat)(...callOf(route, seated.ids));
      bodies.add(`${forbidden.status} ${forbidden.headers.get('content-type')} ${await forbidden.text()}`);
    }
    expect(bodies.size).toBe(1);
  });
});

describe('openings', () => {
  const openings = [
    ['GET /api/v1/classes/:classId/picture-cards', 'picture-cards.read', 'classId'],
    ['GET /api/v1/classes/:classId/sociograms', 'sociogram.read', 'sociogramId'],
    ['GET /api/v1/sittings/:sittingId/sociogram/file', 'sociogram.saved', 'sociogramId'],
    ['GET /api/v1/grade-sociograms/:openingId', 'grade-sociogram.read', 'sociogramId'],
    ['GET /api/v1/classes/:classId/wellbeing', 'wellbeing.read', 'wellbeingId'],
    ['GET /api/v1/sittings/:sittingId/wellbeing', 'wellbeing.read', 'wellbeingId'],
    ['GET /api/v1/sittings/:sittingId/wellbeing/report', 'wellbeing.read', 'wellbeingId'],
    ['POST /api/v1/sittings/:sittingId/wellbeing/summary', 'class-summary.release', 'wellbeingId'],
    ['GET /api/v1/classes/:classId/signals', 'signals.read', 'classId'],
    ['POST /api/v1/signals/:signalId/verifications', 'signal.verify', 'signalId'],
    ['GET /api/v1/classes/:classId/pupils', 'class-pupils.read', 'classId'],
    ['GET /api/v1/classes/:classId/pupils/:pupilId', 'pupil.read', 'pupilId'],
    ['POST /api/v1/classes/:classId/pupils/:pupilId/notes', 'note.write', 'pupilId'],
    ['GET /api/v1/classes/:classId/pupil-talks', 'pupil-talks.read', 'classId'],
    ['GET /api/v1/classes/:classId/pupils/:pupilId/talk', 'pupil-talk.read', 'pupilId'],
    ['GET /api/v1/classes/:classId/arrangements', 'arrangements.read', 'classId'],
    ['GET /api/v1/classes/:classId/measures', 'class-measures.read', 'classId'],
    ['GET /api/v1/class-measures/:measureId/effect', 'measure-effect.read', 'classId'],
    ['GET /api/v1/arrangements/:arrangementId/file', 'arrangement.printed', 'classId'],
  ] as const;

  test.each(openings)('%s leaves one entry with ids and no names', async (route, action, subject) => {
    const before = await logRows();
    const response = await seated.browserOf('contact teacher of the class')(...callOf(route, seated.ids));
    expect(response.ok).toBe(true);
    const added = (await logRows()).slice(before.length);
    expect(added).toHaveLength(1);
    expect(added[0]).toMatchObject({ action, subject_id: seated.ids[subject], role: 'contact_teacher' });
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
      const response = await seated.browserOf(seat)(...callOf(route, seated.ids));
      expect([401, 403, 404], seat).not.toContain(response.status);
      expect(response.status).toBeLessThan(500);
    }
  });
});
