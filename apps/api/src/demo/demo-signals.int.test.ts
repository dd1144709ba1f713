import { CONDITION_SOURCES, type Signal } from '@samhold/analysis';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { loadDemoSchool } from './load-demo-school.ts';

type StoredSignal = {
  readonly className: string;
  readonly kind: string;
  readonly sittingId: string;
  readonly signal: Signal;
};

let house: TestHouse;
let signals: readonly StoredSignal[];

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  const schoolId = await loadDemoSchool(house.deps, () => undefined);
  const rows = await house.deps.db.inScope({ schoolId }, (tx) =>
    tx
      .selectFrom('signal as g')
      .innerJoin('sitting as s', (join) =>
        join.onRef('s.school_id', '=', 'g.school_id').onRef('s.sitting_id', '=', 'g.sitting_id'),
      )
      .innerJoin('round as r', (join) =>
        join.onRef('r.school_id', '=', 's.school_id').onRef('r.round_id', '=', 's.round_id'),
      )
      .innerJoin('class as c', (join) =>
        join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
      )
      .select(['c.name', 'r.kind', 'g.sitting_id', 'g.evidence'])
      .where('g.school_id', '=', schoolId)
      .orderBy('c.name')
      .execute(),
  );
  // Written by storeSignals only.
  signals = rows.map(({ name: className, kind, sitting_id: sittingId, evidence }) => {
    return { className, kind, sittingId, signal: evidence as unknown as Signal };
  });
}, 180_000);
afterAll(() => house.close());

test.each([
  ['4A', 'sociogram', 'unchosen-and-own-answer'],
  ['4A', 'sociogram', 'unchosen-repeated-very-unlikely'],
  ['4A', 'wellbeing', 'said-to-be-without-company'],
  ['6A', 'sociogram', 'unchosen-repeated-very-unlikely'],
  ['5B', 'sociogram', 'unchosen-very-unlikely'],
  ['3B', 'sociogram', 'no-mutual-very-unlikely'],
  ['6B', 'sociogram', 'few-and-own-answer'],
  ['6B', 'wellbeing', 'said-by-pupil'],
])('%s shows what was planted there: %s, %s', (className, kind, ruleId) => {
  const here = signals.filter((one) => one.className === className && one.kind === kind);
  expect(here.map(({ signal }) => signal.ruleId)).toContain(ruleId);
});

test('signals rest on choices, on own answers and on both, and no round gives a class more than a third of it', () => {
  const sources = signals.map(({ signal }) =>
    [...new Set(signal.conditions.map((condition) => CONDITION_SOURCES[condition]))].sort().join(' and '),
  );
  expect(new Set(sources)).toEqual(new Set(['choices', 'own-answer', 'choices and own-answer']));
  const perSitting = Map.groupBy(signals, ({ sittingId }) => sittingId);
  expect(Math.max(...[...perSitting.values()].map((found) => found.length))).toBeLessThanOrEqual(9);
});
