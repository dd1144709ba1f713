import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CasePeople } from '../cases/policy.ts';
import { everyKind, somebody, who } from '../testing/somebody.ts';
import { isOwn, mayReceive, receiverKinds, receivers, toldKinds, type ReportPeople } from './policy.ts';

const report: ReportPeople = {
  filedBy: 'writer',
  aboutStaff: false,
  accused: [],
  leadershipAccused: false,
  ownerTold: false,
  hasPrincipal: true,
  inCase: null,
};
const readers = (people: ReportPeople) => who((actor) => mayReceive(actor, people));

test('who receives what', () => {
  expect(readers(report)).toEqual(['social_teacher', 'leadership']);
  expect(readers({ ...report, aboutStaff: true })).toEqual(['principal']);
  expect(readers({ ...report, aboutStaff: true, hasPrincipal: false })).toEqual(['leadership']);
  expect(readers({ ...report, aboutStaff: true, ownerTold: true })).toEqual(['principal', 'owner']);
  expect(readers({ ...report, aboutStaff: true, leadershipAccused: true })).toEqual(['owner']);
});

test('a report in a case is read by nobody from whom the case is hidden', () => {
  const about: CasePeople = { kind: 'staff', staff: [], leadershipAccused: true };
  expect(readers({ ...report, inCase: about })).toEqual([]);
  expect(readers({ ...report, aboutStaff: true, leadershipAccused: true, inCase: about })).toEqual(['owner']);
  expect(readers({ ...report, inCase: { ...about, kind: 'environment', leadershipAccused: false } })).toEqual(
    ['social_teacher', 'leadership'],
  );
});

test('the accused receives nothing, whatever they are and wherever it is', () => {
  const people = fc.record({
    filedBy: fc.constantFrom('writer', 'accused'),
    aboutStaff: fc.boolean(),
    accused: fc.constant(['accused']),
    leadershipAccused: fc.boolean(),
    ownerTold: fc.boolean(),
    hasPrincipal: fc.boolean(),
    inCase: fc.option(
      fc.constant<CasePeople>({
        kind: 'environment',
        leadershipAccused: false,
        staff: [{ staffId: 'accused', part: 'responsible' }],
      }),
    ),
  });
  fc.assert(
    fc.property(fc.subarray([...everyKind]), people, (held, of) => {
      expect(mayReceive(somebody('accused', ...held), of)).toBe(false);
    }),
  );
});

test('what is about leadership goes to nobody at the school', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), (ownerTold, hasPrincipal) => {
      const of = { ...report, aboutStaff: true, leadershipAccused: true, ownerTold, hasPrincipal };
      expect(receiverKinds(of)).toEqual(['owner']);
    }),
  );
});

test('whoever receives one at all is asked before by relation', () => {
  expect(receivers).toEqual(['social_teacher', 'leadership', 'owner']);
});

test('who is told that one has come', () => {
  expect(toldKinds(report)).toEqual(['social_teacher', 'principal']);
  expect(toldKinds({ ...report, hasPrincipal: false })).toEqual(['social_teacher', 'leadership']);
  expect(toldKinds({ ...report, aboutStaff: true })).toEqual(['principal']);
  expect(toldKinds({ ...report, aboutStaff: true, ownerTold: true })).toEqual(['principal', 'owner']);
  expect(toldKinds({ ...report, aboutStaff: true, leadershipAccused: true })).toEqual(['owner']);
});

test('one’s own words are one’s own while one works at the school', () => {
  const outside = ['principal', 'council_reader', 'owner'];
  expect(who((actor) => isOwn(actor, 'x'))).toEqual(everyKind.filter((kind) => !outside.includes(kind)));
  expect(who((actor) => isOwn(actor, 'y'))).toEqual([]);
  expect(isOwn(somebody('x'), 'x')).toBe(false);
});
