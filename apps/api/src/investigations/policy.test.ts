import { expect, test } from 'vitest';
import type { CasePeople } from '../cases/policy.ts';
import { everyKind, somebody, who } from '../testing/somebody.ts';
import { decidingKinds, decisionOf, mayAsk, mayHold, mayReadAnswers, takesPart } from './policy.ts';

type Part = CasePeople['staff'][number]['part'];
const about = (leadershipAccused: boolean, ...parts: readonly Part[]): CasePeople => ({
  kind: 'staff',
  leadershipAccused,
  staff: [{ staffId: 'other', part: 'accused' }, ...parts.map((part) => ({ staffId: 'x', part }))],
});
const environment: CasePeople = { kind: 'environment', leadershipAccused: false, staff: [] };
const accused = { ...about(false), staff: [{ staffId: 'x', part: 'accused' as const }] };

test('whoever carries the case asks', () => {
  expect(who((actor) => mayAsk(actor, environment))).toEqual(['social_teacher', 'leadership']);
  expect(who((actor) => mayAsk(actor, about(false)))).toEqual(['leadership', 'owner']);
  expect(who((actor) => mayAsk(actor, about(true, 'responsible')))).toEqual(everyKind);
  expect(who((actor) => mayAsk(actor, accused))).toEqual([]);
});

test('leadership decides, and the owner where leadership is the accused', () => {
  const deciding = (people: CasePeople) =>
    who((actor) => decisionOf(actor, people, 'asker', []) !== 'not_yours');
  expect([decidingKinds(about(false)), deciding(environment)]).toEqual([['leadership'], ['leadership']]);
  expect([decidingKinds(about(true)), deciding(about(true))]).toEqual([['owner'], ['owner']]);
  expect(deciding(about(true, 'responsible'))).toEqual(['owner']);
  expect(deciding(about(false))).toEqual(['leadership']);
  expect(deciding(accused)).toEqual([]);
});

test('one’s own request is decided by another, where there is one', () => {
  const decision = (staffId: string, deciders: readonly string[]) =>
    decisionOf(somebody(staffId, 'leadership'), environment, 'asker', deciders);
  expect(decision('asker', ['asker', 'second'])).toBe('own_request');
  expect(decision('asker', ['second'])).toBe('own_request');
  expect(decision('asker', ['asker'])).toBe('may');
  expect(decision('asker', [])).toBe('may');
  expect(decision('second', ['asker', 'second'])).toBe('may');
});

test('who takes part is not whom it is about', () => {
  expect(takesPart(about(false, 'participant'), 'x')).toBe(true);
  expect(takesPart(about(false, 'responsible'), 'x')).toBe(true);
  expect(takesPart(about(false, 'responsible', 'accused'), 'x')).toBe(false);
  expect(takesPart(accused, 'x')).toBe(false);
  expect(takesPart(about(false, 'participant'), 'y')).toBe(false);
  expect(takesPart(about(false, 'participant'), 'other')).toBe(false);
});

test('answers are read by named readers who take part, by nobody for what they are', () => {
  const reading = (people: CasePeople, ...readers: readonly string[]) =>
    who((actor) => mayReadAnswers(actor, people, readers));
  expect(reading(about(false, 'participant'), 'y', 'x')).toEqual(everyKind);
  expect(reading(about(false, 'participant'), 'y')).toEqual([]);
  expect(reading(about(false), 'x')).toEqual([]);
  expect(reading(environment, 'x')).toEqual([]);
  expect(reading(about(false, 'participant', 'accused'), 'x')).toEqual([]);
});

test('pupils are let in by whoever carries the case, and its readers', () => {
  const holding = (people: CasePeople, ...readers: readonly string[]) =>
    who((actor) => mayHold(actor, people, readers));
  expect(holding(environment)).toEqual(['social_teacher', 'leadership']);
  expect(holding(about(true, 'participant'))).toEqual(['owner']);
  expect(holding(about(true, 'participant'), 'x')).toEqual(everyKind);
  expect(holding(accused, 'x')).toEqual([]);
});
