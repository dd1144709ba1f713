import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { TableName } from '@samhold/db';
import { addDays } from '../calendar/days.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { keptTables } from './classes.ts';
import { purgeSchool } from './purge.ts';

let house: TestHouse;
let seated: SeatedSchool;

const HELD = 1;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  seated = await openSeatedSchool(house);
  await house.database.ask('update pupil_hold set ended_at = now(), ended_by = placed_by');
});
afterAll(() => house.close());

const tables = Object.keys(keptTables) as TableName[];
const ask = async <T>(text: string): Promise<readonly T[]> =>
  (await house.database.ask(text)) as readonly T[];
const countOf = async (table: string, where = 'true'): Promise<number> =>
  (
    await ask<{ n: number }>(
      `select count(*)::int as n from ${table} where school_id = '${seated.school.schoolId}' and (${where})`,
    )
  )[0]?.n ?? 0;

/** Every row of the tables as the database writes it, hashed. */
const hashOf = async (names: readonly string[]): Promise<Readonly<Record<string, string>>> => {
  const found: Record<string, string> = {};
  for (const name of names) {
    const [row] = await ask<{ hash: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${name} t`,
    );
    found[name] = row?.hash ?? '';
  }
  return found;
};

const isYearly = (table: TableName): boolean => {
  const { clock } = keptTables[table];
  if (clock.until === 'its row is gone') return isYearly(clock.of);
  return clock.until === 'the school year is over' && table !== 'talk_choice';
};
const yearly = tables.filter(isYearly);
const figures = tables.filter(
  (table) =>
    ['aggregate', 'release'].includes(keptTables[table].class) &&
    !['sitting', 'retention_receipt'].includes(table),
);

/** The year the school was made in ends on 31 July. */
const endOfYear = async (): Promise<string> =>
  (await ask<{ day: string }>(`select max(ends_on)::text as day from school_year where label <> 'neste'`))[0]
    ?.day ?? '';
const onDay = async (day: string): Promise<void> => {
  house.setNow(new Date(`${day}T03:00:00Z`));
  await purgeSchool(house.deps, seated.school.schoolId);
};
const nextDay = (day: string, days = 1): string => addDays(day, days);

describe('P6: when the school year is over', () => {
  test('nothing of it goes on the last day it is kept', async () => {
    const before = await hashOf(yearly);
    await onDay(await endOfYear());
    expect(await hashOf(yearly)).toEqual(before);
  });

  test('what speaks of single pupils goes, but what is held or not yet counted, and every figure stays byte for byte', async () => {
    const heldId = seated.cards[HELD]?.pupil.pupilId ?? '';
    const staffId = seated.staffIds.get('leadership') ?? '';
    const figuresBefore = await hashOf(figures);
    await house.database.ask(
      `insert into pupil_hold values ('${seated.school.schoolId}', gen_random_uuid(), '${heldId}', 'held', '', '${staffId}', now(), null, null)`,
    );
    await onDay(nextDay(await endOfYear()));
    expect(await hashOf(figures)).toEqual(figuresBefore);
    const others = `pupil_id <> '${heldId}'`;
    const open = `sitting_id in (select sitting_id from sitting where state = 'open')`;
    expect(await countOf('sitting_pupil', open)).toBeGreaterThan(0);
    expect(
      await countOf(
        'answer',
        `response_id in (select response_id from response where ${others} and not ${open})`,
      ),
    ).toBe(0);
    for (const table of ['signal', 'note', 'pupil_talk'])
      expect([table, await countOf(table, others)]).toEqual([table, 0]);
    for (const table of ['network_pupils', 'arrangement_place'])
      expect([table, await countOf(table)]).toEqual([table, 0]);
    // Whom the held pupil chose, and who chose the held pupil.
    const ofHeld = `nominee_id = '${heldId}' or response_id in (select response_id from response where pupil_id = '${heldId}')`;
    expect(await countOf('nomination', `not (${ofHeld})`)).toBe(0);
    expect(await countOf('nomination', ofHeld)).toBeGreaterThan(0);
    expect(await countOf('response', `pupil_id = '${heldId}'`)).toBeGreaterThan(0);
  });

  test('once the hold is ended the rest goes, and the receipt counts all of it without a name', async () => {
    // The seated school has left one sitting open, and the clock has not closed it here.
    await house.database.ask(`update sitting set state = 'closed', closed_at = now() where state = 'open'`);
    await house.database.ask(`update pupil_hold set ended_at = now(), ended_by = placed_by`);
    await onDay(nextDay(await endOfYear(), 3));
    for (const table of yearly) expect([table, await countOf(table)]).toEqual([table, 0]);
    const receipts = await ask<{ day: string; table_name: string; deleted: number; until: string }>(
      `select day::text, table_name, deleted, backups_until::text as until from retention_receipt order by day, table_name`,
    );
    expect(receipts.length).toBeGreaterThan(10);
    expect(new Set(receipts.map(({ day, until }) => until === nextDay(day, 35)))).toEqual(new Set([true]));
    expect(JSON.stringify(receipts)).not.toMatch(/Elev\d|Prøve/);
  });

  test('a second look on the same day does nothing more', async () => {
    const day = nextDay(await endOfYear(), 3);
    const before = await hashOf(tables);
    await onDay(day);
    expect(await hashOf(tables)).toEqual(before);
  });

  test('pupils stay until a new school year has come, also over the summer', async () => {
    const pupils = await countOf('pupil');
    await onDay(nextDay(await endOfYear(), 100));
    expect(await countOf('pupil')).toBe(pupils);
  });
});

describe('when a new school year has a roster', () => {
  test('who is in no class of it goes after sixty days, and who is in a case stays', async () => {
    const { schoolId } = seated.school;
    const end = await endOfYear();
    const last = seated.cards.at(-1)?.pupil.pupilId ?? '';
    await house.database.ask(
      `insert into school_year (school_id, school_year_id, label, starts_on, ends_on)
         values ('${schoolId}', gen_random_uuid(), 'neste', '${nextDay(end)}', '${nextDay(end, 360)}');
       insert into class (school_id, class_id, school_year_id, name)
         select '${schoolId}', gen_random_uuid(), school_year_id, '6A' from school_year where label = 'neste';
       insert into class_membership (school_id, class_id, pupil_id, grade, from_on)
         select '${schoolId}', c.class_id, '${last}', 6, '${nextDay(end)}' from class c where name = '6A'`,
    );
    await house.database.ask(`update school set purged_on = null`);
    await onDay(nextDay(end, 60));
    expect(await countOf('pupil')).toBeGreaterThan(2);
    await onDay(nextDay(end, 63));
    const inCases = `select pupil_id from case_pupil union select pupil_id from incident_pupil union select pupil_id from investigation_pupil`;
    expect(await countOf('pupil', `pupil_id <> '${last}' and pupil_id not in (${inCases})`)).toBe(0);
    expect(await countOf('pupil', `pupil_id = '${last}'`)).toBe(1);
    expect(await countOf('pupil', `pupil_id in (${inCases})`)).toBeGreaterThan(0);
    expect(
      await countOf('sealed_person', `kind = 'pupil' and person_id not in (select pupil_id from pupil)`),
    ).toBe(0);
    // The other school of the house has its own day.
    const [elsewhere] = await ask<{ n: number }>(
      `select count(*)::int as n from pupil where school_id <> '${seated.school.schoolId}'`,
    );
    expect(elsewhere?.n).toBeGreaterThan(0);
    expect(await countOf('badge_lookup', 'token_hash not in (select token_hash from badge)')).toBe(0);
  });
});
