import type { SittingStatus } from '@samhold/contract';
import { sql } from '@samhold/db';
import type { Questionnaire } from '@samhold/survey';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  bodyOf,
  cardsOf,
  openHander,
  openSitting,
  openTablet,
  readForm,
  type Card,
  type Hander,
} from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { applyPupils } from '../roster/service.ts';

// Fails at once when setting aside, or an answer after the class is done, does not compute anew.

const PUPILS = 6;
const post = { method: 'POST' };
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

type Room = {
  readonly school: TestSchool;
  readonly classId: string;
  readonly teacher: Browser;
  readonly cards: readonly Card[];
  readonly sittingId: string;
  readonly questionnaire: Questionnaire;
  readonly handers: Hander[];
};

const listed = (grades: readonly number[]) =>
  grades.map((grade, at) => `5A,${grade},Elev${at},Prøve,5A-${at}\n`).join('');
/** Half of the class is in another grade, so that a class has two rows of everything. */
const grades = Array.from({ length: PUPILS }, (_, at) => 5 + (at % 2));

let rooms = 0;
const openRoom = async (): Promise<Room> => {
  const name = `tallied ${(rooms += 1)}`;
  const school = await makeSchool(house, name, rosterHeader + listed(grades));
  const classId = school.classIds.get('5A') ?? '';
  await addStaff(house, school, name, [{ kind: 'contact_teacher', classId }]);
  const teacher = await house.staffBrowser(name);
  const cards = await cardsOf(teacher, classId);
  const { sittingId, classCode } = await openSitting(teacher, classId, { kind: 'wellbeing' });
  const tablets = [];
  for (const card of cards) tablets.push(await openTablet(house, classCode, card));
  const { questionnaire } = await readForm(tablets[0] ?? expect.fail());
  const handers = [];
  for (const tablet of tablets) handers.push(await openHander(tablet));
  return { school, classId, teacher, cards, sittingId, questionnaire, handers };
};

type Row = {
  readonly grade: number;
  readonly item: string;
  readonly outcome: string;
  readonly count: number;
};
type Results = { readonly tallies: readonly Row[]; readonly listed: readonly object[] };

const stored = (room: Room): Promise<Results> =>
  house.deps.db.inScope(room.school, async (tx) => ({
    tallies: (
      await sql<Row>`select grade, item_id as item, outcome, count from tally
        where school_id = ${room.school.schoolId} and sitting_id = ${room.sittingId} order by 1, 2, 3`.execute(
        tx,
      )
    ).rows,
    listed: (
      await sql<object>`select grade, listed, responded from participation
        where school_id = ${room.school.schoolId} and sitting_id = ${room.sittingId} order by 1`.execute(tx)
    ).rows,
  }));

/** From the answers as they lie in the database, by the database alone. */
const recounted = (room: Room): Promise<Results> =>
  house.deps.db.inScope(room.school, async (tx) => {
    const asked = room.questionnaire.items.map(({ id }) => id);
    const whoAnswered = sql`sitting_pupil l left join response r
      on r.school_id = l.school_id and r.sitting_id = l.sitting_id and r.pupil_id = l.pupil_id
      and exists (select from answer a where a.school_id = r.school_id and a.response_id = r.response_id)`;
    return {
      tallies: (
        await sql<Row>`select l.grade, i.item, coalesce(a.option_id, a.type, 'not_reached') as outcome, count(*)::int as count
          from ${whoAnswered} cross join unnest(${asked}::text[]) as i(item)
          left join answer a on a.school_id = r.school_id and a.response_id = r.response_id and a.item_id = i.item
          where l.school_id = ${room.school.schoolId} and l.sitting_id = ${room.sittingId} and r.response_id is not null
          group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
      ).rows,
      listed: (
        await sql<object>`select l.grade, count(*)::int as listed, count(r.response_id)::int as responded
          from ${whoAnswered} where l.school_id = ${room.school.schoolId} and l.sitting_id = ${room.sittingId}
          group by 1 order by 1`.execute(tx)
      ).rows,
    };
  });

/** Which option of each item, counted from 0; one past the last declines, and two past it leaves the item out. */
type Drawn = readonly number[];
const answersOf = ({ questionnaire }: Room, drawn: Drawn) =>
  questionnaire.items.flatMap((item, at) => {
    const options = item.type === 'choice' ? (questionnaire.scales[item.scaleId]?.options ?? []) : [];
    const place = (drawn[at % drawn.length] ?? 0) % (options.length + 2);
    if (place === options.length + 1) return [];
    return [
      place === options.length
        ? { itemId: item.id, type: 'declined' as const }
        : { itemId: item.id, type: 'option' as const, optionId: options[place]?.id ?? '' },
    ];
  });

type Step =
  | { readonly does: 'answer' | 'answer later'; readonly pupil: number; readonly drawn: Drawn }
  | { readonly does: 'void'; readonly pupil: number }
  | { readonly does: 'restore'; readonly pupil: number }
  | { readonly does: 'close' }
  | { readonly does: 'correct the roster' };

const ofPupil = (room: Room, pupil: number, what: string): string =>
  `/api/v1/sittings/${room.sittingId}/pupils/${room.cards[pupil]?.pupil.pupilId ?? ''}/${what}`;

const hand = async (hander: Hander | undefined, answers: ReturnType<typeof answersOf>): Promise<number> => {
  if (hander === undefined || answers.length === 0) return 0;
  return (await hander.send([await hander.seal({ language: 'nb', submit: true, answers })])).status;
};

/** Does it, and returns the status of the answer. What is refused, as a second close, is a step as well. */
const take = async (room: Room, step: Step): Promise<number> => {
  if (step.does === 'close')
    return (await room.teacher(`/api/v1/sittings/${room.sittingId}/close`, post)).status;
  if (step.does === 'correct the roster') {
    const rows = rosterRows(grades.map((grade) => 11 - grade));
    await house.deps.db.inScope(room.school, async (tx, sealer) =>
      applyPupils(tx, await sealer(), room.school.schoolId, house.deps.now(), rows),
    );
    return 200;
  }
  if (step.does === 'void')
    return (
      await room.teacher(ofPupil(room, step.pupil, step.does), json('POST', { reason: 'Feil nettbrett.' }))
    ).status;
  if (step.does === 'restore') return (await room.teacher(ofPupil(room, step.pupil, step.does), post)).status;
  if (step.does === 'answer later') {
    const reopened = await room.teacher(ofPupil(room, step.pupil, 'answer-later'), post);
    const { classCode } = await bodyOf<Partial<SittingStatus>>(reopened);
    const card = room.cards[step.pupil] ?? expect.fail();
    // Refused where the class answers still, and where this pupil is done.
    const tablet = await openTablet(house, classCode ?? '', card).catch(() => null);
    if (!reopened.ok || tablet === null) return 409;
    room.handers[step.pupil] = await openHander(tablet);
  }
  return hand(room.handers[step.pupil], answersOf(room, step.drawn));
};

const rosterRows = (of: readonly number[]) =>
  of.map((grade, at) => ({
    className: '5A',
    grade,
    givenName: `Elev${at}`,
    familyName: 'Prøve',
    externalId: `5A-${at}`,
  }));

const pupils = fc.nat(PUPILS - 1);
const drawn = fc.array(fc.nat(6), { minLength: 3, maxLength: 16 });
const stepOf = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('answer' as const), pupil: pupils, drawn }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('answer later' as const), pupil: pupils, drawn }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('void' as const), pupil: pupils }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('restore' as const), pupil: pupils }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ does: 'close' as const }, { does: 'correct the roster' as const }),
  },
);

/** Lets no row of the table be written until it is undone. */
const broken = async (table: string, work: () => Promise<number>): Promise<number> => {
  await house.database.ask(`
    create or replace function planted() returns trigger language plpgsql as $$ begin raise 'planted'; end $$;
    create trigger planted before insert on ${table} for each row execute function planted()`);
  const status = await work();
  await house.database.ask('drop function planted() cascade');
  return status;
};

const answersOfSchool = (room: Room) =>
  house.database.ask(`select (select coalesce(json_agg(a order by response_id, item_id), '[]') from answer a
      where school_id = '${room.school.schoolId}') as answers,
    (select json_agg(s) from (select state, closed_at from sitting where school_id = '${room.school.schoolId}') s) as sittings,
    (select count(*)::int from voided_response where school_id = '${room.school.schoolId}') as voided`);

test(
  'tallies are a recount of the answers after each step, and a step that fails leaves what was',
  { timeout: 300_000 },
  async () => {
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(stepOf, { minLength: 3, maxLength: 6 }),
        fc.array(stepOf, { minLength: 8, maxLength: 16 }),
        fc.constantFrom('tally', 'participation'),
        async (open, closed, table) => {
          const room = await openRoom();
          for (const [at, step] of [...open, { does: 'close' } as const, ...closed].entries()) {
            const isClosed = (await stored(room)).listed.length > 0;
            if (isClosed || step.does === 'close') {
              const before = [await stored(room), await answersOfSchool(room)];
              const failed = at % 2 === 1 ? 200 : await broken(table, () => take(room, step));
              if (failed >= 500) {
                expect([await stored(room), await answersOfSchool(room)]).toEqual(before);
                done.set('failed', (done.get('failed') ?? 0) + 1);
              }
            }
            const was = await stored(room);
            const status = await take(room, step);
            expect(status, step.does).toBeLessThan(500);
            const now = await stored(room);
            if (now.listed.length === 0) expect(now.tallies).toEqual([]);
            else expect(now).toEqual(await recounted(room));
            if (JSON.stringify(now) !== JSON.stringify(was))
              done.set(step.does, (done.get(step.does) ?? 0) + 1);
          }
        },
      ),
      { numRuns: 18 },
    );
    // Each kind of step has moved tallies that were there, or the test has shown nothing of it.
    for (const does of ['close', 'answer', 'answer later', 'void', 'restore', 'failed'])
      expect(done.get(does) ?? 0, does).toBeGreaterThan(0);
    expect(done.has('correct the roster')).toBe(false);
  },
);
