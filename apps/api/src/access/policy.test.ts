import { publicationAudiences, type PublicationAudience, type RelationKind } from '@samhold/contract';
import { expect, test } from 'vitest';
import { everyKind, somebody, who } from '../testing/somebody.ts';
import type { DeclaredAccess, StaffActor } from './actor.ts';
import {
  audiencesOfOwner,
  holdsAny,
  mayReadGrade,
  mayReadNamedResults,
  mayReadReaders,
  mayReadReport,
  mayRunSittings,
  mustTrainFirst,
} from './policy.ts';

test('the own class: its substitute runs sittings, and only its contact teacher reads names', () => {
  expect(who((actor) => mayRunSittings(actor, '5A'))).toEqual(['contact_teacher', 'substitute']);
  expect(who((actor) => mayReadNamedResults(actor, '5A'))).toEqual(['contact_teacher']);
});

test('another class, of the school or of another school: nobody', () => {
  expect(who((actor) => mayRunSittings(actor, '5B'))).toEqual([]);
  expect(who((actor) => mayReadNamedResults(actor, '5B'))).toEqual([]);
});

test('what one is and of which class go together', () => {
  const both: StaffActor = {
    ...somebody('x', 'substitute'),
    relations: [
      { kind: 'substitute', classId: '5A' },
      { kind: 'contact_teacher', classId: '5B' },
    ],
  };
  expect([mayReadNamedResults(both, '5A'), mayReadNamedResults(both, '5B')]).toEqual([false, true]);
  expect([mayRunSittings(both, '5A'), mayRunSittings(both, '5B')]).toEqual([true, true]);
});

test('one whose relations have ended may nothing', () => {
  const ended = somebody('x');
  expect(holdsAny(ended, everyKind)).toBe(false);
  expect(mayRunSittings(ended, '5A') || mayReadNamedResults(ended, '5A')).toBe(false);
  expect(mayReadGrade(ended, ['5A'])).toBe(false);
  for (const audience of publicationAudiences) expect(mayReadReport(ended, audience, ['5A'])).toBe(false);
});

test('a relation counts among several', () => {
  expect(holdsAny(somebody('x', 'employee', 'owner'), ['owner', 'leadership'])).toBe(true);
  expect(holdsAny(somebody('x', 'employee', 'owner'), ['leadership'])).toBe(false);
  expect(holdsAny(somebody('x', 'owner'), [])).toBe(false);
});

test('an open grade is read by leadership and the contact teachers of its classes', () => {
  expect(who((actor) => mayReadGrade(actor, ['5B', '5A']))).toEqual(['contact_teacher', 'leadership']);
  expect(who((actor) => mayReadGrade(actor, ['5B', '5C']))).toEqual(['leadership']);
  expect(who((actor) => mayReadGrade(actor, []))).toEqual(['leadership']);
});

test('who has opened what of a pupil is shown to leadership and the contact teacher of the class', () => {
  expect(who((actor) => mayReadReaders(actor, '5A'))).toEqual(['contact_teacher', 'leadership']);
  expect(who((actor) => mayReadReaders(actor, '5B'))).toEqual(['leadership']);
});

test('a report is read by its audience', () => {
  const readers: Readonly<Record<PublicationAudience, readonly RelationKind[]>> = {
    leadership: ['leadership'],
    gradeTeam: ['contact_teacher', 'leadership'],
    staff: ['contact_teacher', 'employee', 'social_teacher', 'environment_team', 'leadership'],
    environmentTeam: ['environment_team', 'leadership'],
    classCouncil: [],
    pupilCouncil: [],
    parentCouncil: [],
    board: [],
    owner: ['owner'],
    public: ['owner'],
  };
  for (const audience of publicationAudiences)
    expect(who((actor) => mayReadReport(actor, audience, ['5B', '5A']))).toEqual(readers[audience]);
  expect(audiencesOfOwner).toEqual(publicationAudiences.filter((one) => readers[one].includes('owner')));
  expect(who((actor) => mayReadReport(actor, 'gradeTeam', ['5B']))).toEqual(['leadership']);
});

/** Leadership opens names with a reason of its own; the others see none. */
const open: readonly RelationKind[] = ['leadership', 'administrator', 'council_reader'];

test('without training nobody comes to names, and whoever may come otherwise still does', () => {
  const untrained = (...kinds: readonly RelationKind[]) => ({ ...somebody('x', ...kinds), trained: false });
  const alone = everyKind.filter((kind) => mustTrainFirst(untrained(kind), [kind]));
  expect(alone).toEqual(everyKind.filter((kind) => !open.includes(kind)));
  expect(mustTrainFirst(untrained('contact_teacher'), ['contact_teacher', 'leadership'])).toBe(true);
  expect(mustTrainFirst(untrained('leadership'), ['contact_teacher', 'leadership'])).toBe(false);
  expect(mustTrainFirst(untrained('leadership'), ['contact_teacher'])).toBe(true);
  for (const declared of ['anyone', 'pupil', 'upload', 'staff'] satisfies DeclaredAccess[])
    expect(mustTrainFirst(untrained('contact_teacher'), declared)).toBe(false);
  expect(who((actor) => mustTrainFirst(actor, everyKind))).toEqual([]);
});
