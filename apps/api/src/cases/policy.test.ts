import { caseEntryKinds, type RelationKind } from '@samhold/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ofNoClass, somebody, who } from '../testing/somebody.ts';
import {
  kindsToStart,
  mayCarryCase,
  mayOpenCase,
  mayRecord,
  mayStartCase,
  type CasePeople,
  type NewCase,
} from './policy.ts';

const environment: CasePeople = { kind: 'environment', staff: [], leadershipAccused: false };
const aboutTeacher: CasePeople = {
  kind: 'staff',
  staff: [{ staffId: 'accused', part: 'accused' }],
  leadershipAccused: false,
};
const aboutLeadership: CasePeople = { ...aboutTeacher, leadershipAccused: true };

const openers = (people: CasePeople) => who((actor) => mayOpenCase(actor, people));
const carriers = (people: CasePeople) => who((actor) => mayCarryCase(actor, people));

test('by relation alone', () => {
  expect(openers(environment)).toEqual(['social_teacher', 'leadership']);
  expect(openers(aboutTeacher)).toEqual(['leadership', 'owner']);
  expect(openers(aboutLeadership)).toEqual(['owner']);
  for (const people of [environment, aboutTeacher, aboutLeadership])
    expect(carriers(people)).toEqual(openers(people));
});

test('whoever takes part sees the case, and carries it when responsible', () => {
  for (const people of [environment, aboutTeacher, aboutLeadership])
    for (const part of ['participant', 'responsible'] as const) {
      const withPart = { ...people, staff: [...people.staff, { staffId: 'x', part }] };
      expect(mayOpenCase(somebody('x', 'contact_teacher'), withPart)).toBe(true);
      expect(mayCarryCase(somebody('x', 'contact_teacher'), withPart)).toBe(part === 'responsible');
      expect(mayOpenCase(somebody('y', 'contact_teacher'), withPart)).toBe(false);
    }
});

test('whoever takes part beside the responsible does not carry it', () => {
  const people: CasePeople = {
    ...environment,
    staff: [
      { staffId: 'y', part: 'responsible' },
      { staffId: 'x', part: 'participant' },
    ],
  };
  expect(carriers(people)).toEqual(['social_teacher', 'leadership']);
});

test('leadership does not carry a case about one of its own, also as a participant', () => {
  const asked = {
    ...aboutLeadership,
    staff: [...aboutLeadership.staff, { staffId: 'x', part: 'participant' as const }],
  };
  expect(mayOpenCase(somebody('x', 'leadership'), asked)).toBe(true);
  expect(mayCarryCase(somebody('x', 'leadership'), asked)).toBe(false);
});

test('the accused never sees it, whatever they are and however they got into it', () => {
  const kind = fc.constantFrom<RelationKind>(
    'contact_teacher',
    'employee',
    'social_teacher',
    'environment_team',
    'leadership',
    'principal',
    'owner',
  );
  fc.assert(
    fc.property(fc.array(kind), fc.boolean(), fc.boolean(), (kinds, leadershipAccused, alsoResponsible) => {
      const people: CasePeople = {
        kind: 'staff',
        leadershipAccused,
        staff: [
          ...(alsoResponsible ? [{ staffId: 'accused', part: 'responsible' as const }] : []),
          { staffId: 'accused', part: 'accused' },
        ],
      };
      const actor = somebody('accused', ...kinds);
      expect(mayOpenCase(actor, people)).toBe(false);
      expect(mayCarryCase(actor, people)).toBe(false);
    }),
  );
});

test('whoever takes part adds what they know, and whoever carries it everything', () => {
  const recorded = (people: CasePeople, actor = somebody('x', 'employee')) =>
    caseEntryKinds.filter((kind) => mayRecord(actor, people, kind));
  const taking = (part: 'participant' | 'responsible') => ({
    ...environment,
    staff: [{ staffId: 'x', part }],
  });
  expect(recorded(environment)).toEqual([]);
  expect(recorded(taking('responsible'))).toEqual(caseEntryKinds);
  expect(recorded(environment, somebody('x', 'social_teacher'))).toEqual(caseEntryKinds);
  expect(new Set(recorded(taking('participant')))).toEqual(
    new Set([
      ...['stepped_in', 'principal_told', 'pupil_heard', 'measure_followed'],
      ...['view', 'note', 'correction'],
    ]),
  );
});

const about5A: NewCase = {
  kind: 'environment',
  accusedIds: [],
  leadershipAccused: false,
  classIds: ['5A', '5A'],
};
const starters = (of: Partial<NewCase>, staffId?: string) =>
  who((actor) => mayStartCase(actor, { ...about5A, ...of }), staffId);

test('a contact teacher opens a case about the own class alone', () => {
  expect(starters({})).toEqual(['contact_teacher', 'social_teacher', 'leadership']);
  for (const classIds of [[], ['5A', '5B'], ['5A', null], [null]])
    expect(starters({ classIds })).toEqual(['social_teacher', 'leadership']);
  expect(mayStartCase(ofNoClass, { ...about5A, classIds: [null] })).toBe(false);
});

test('a case about staff is opened by whoever looks after such, never about oneself', () => {
  expect(starters({ kind: 'staff' })).toEqual(['leadership', 'owner']);
  expect(starters({ kind: 'staff', leadershipAccused: true })).toEqual(['owner']);
  expect(starters({ kind: 'staff', accusedIds: ['a', 'x'] })).toEqual([]);
  expect(starters({ kind: 'staff', accusedIds: ['a', 'x'] }, 'y')).toEqual(['leadership', 'owner']);
  expect(mayStartCase(somebody('x'), about5A)).toBe(false);
});

test('what one is offered to open', () => {
  expect(who((actor) => kindsToStart(actor).includes('environment'))).toEqual([
    ...['contact_teacher', 'social_teacher', 'leadership'],
  ]);
  expect(who((actor) => kindsToStart(actor).includes('staff'))).toEqual(['leadership', 'owner']);
  expect(kindsToStart(somebody('x', 'leadership'))).toEqual(['environment', 'staff']);
  expect(kindsToStart(somebody('x', 'employee'))).toEqual([]);
});
