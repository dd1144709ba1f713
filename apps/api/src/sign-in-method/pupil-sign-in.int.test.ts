import { randomUUID } from 'node:crypto';
import type { PupilSignIn } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, codeOf, openSitting, readForm } from '../testing/answering.ts';
import { openClass, rosterHeader, rosterOf, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { enterByAccount, prove, signInByAccount } from '../testing/school-account.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { makeSchool } from '../testing/test-school.ts';
import * as queries from './queries.ts';
import { ownerOfSchool, sealSecret } from './service.ts';

let house: TestHouse;
let firstOwner: string;
let second: ClassWithTeacher;
let secondOwner: string;
let classCode: string;

const ownerOf = async (school: { readonly schoolId: string }): Promise<string> =>
  (await house.deps.db.inScope(school, (tx) => ownerOfSchool(tx, school.schoolId))) ?? '';

const storeMethod = (ownerId: string, issuer = house.issuer) =>
  house.deps.db.beforeScope((tx) =>
    queries.storeMethod(tx, {
      owner_id: ownerId,
      issuer,
      client_id: house.client.clientId,
      client_secret: sealSecret(house.deps.keyring, ownerId, house.client.clientSecret),
      changed_at: house.deps.now(),
      tested_at: house.deps.now(),
    }),
  );

const asked = async (): Promise<PupilSignIn> => bodyOf(await house.tablet()('/api/v1/pupil-sign-in'));
const goTo = async (path: string) => (await house.tablet()(path)).headers.get('location');

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'), { storedMethods: true });
  firstOwner = await ownerOf(await makeSchool(house, 'Første', rosterHeader + rosterOf('5A', 5, 1)));
});
afterAll(() => house.close());

test('without a method there is no way in by an account', async () => {
  expect(await asked()).toEqual({ account: null, owners: [] });
  expect(await goTo('/api/v1/sign-in/pupil')).toBe('/s#feide');
});

test('a method of one owner is every pupil’s way in, but binds nobody at a school of another owner', async () => {
  await storeMethod(firstOwner);
  expect(await asked()).toEqual({
    account: 'other',
    owners: [{ ownerId: firstOwner, name: 'Første kommune' }],
  });
  second = await openClass(house, 'second', 2);
  secondOwner = await ownerOf(second.school);
  ({ classCode } = await openSitting(second.teacher, second.classId, { kind: 'wellbeing' }));
  const [card] = second.cards;
  if (card === undefined) throw new Error('The class is empty.');
  const tablet = house.tablet();
  await signInByAccount(house, tablet, 'pupil');
  expect((await prove(tablet, classCode, card)).status).toBe(204);
  await signInByAccount(house, tablet, 'pupil');
  expect(await codeOf(await enterByAccount(tablet))).toBe('unknown_identity');
});

test('of several owners the pupil chooses one, and an unknown one leads back', async () => {
  await storeMethod(secondOwner);
  expect((await asked()).owners.map(({ ownerId }) => ownerId)).toEqual([firstOwner, secondOwner]);
  expect(await goTo('/api/v1/sign-in/pupil')).toBe('/s');
  expect(await goTo(`/api/v1/sign-in/pupil?owner=${randomUUID()}`)).toBe('/s#feide');
  const [card] = second.cards;
  if (card === undefined) throw new Error('The class is empty.');
  const start = `/api/v1/sign-in/pupil?owner=${secondOwner}`;
  const tablet = house.tablet();
  expect(await signInByAccount(house, tablet, 'pupil', start)).toBe('/s#feide');
  await prove(tablet, classCode, card);
  await signInByAccount(house, tablet, 'pupil', start);
  expect((await enterByAccount(tablet)).status).toBe(204);
  expect((await readForm(tablet)).pupil.pupilId).toBe(card.pupil.pupilId);
});

test('it is called Feide where every owner has Feide', async () => {
  await storeMethod(firstOwner, 'https://auth.dataporten.no');
  expect((await asked()).account).toBe('other');
  await storeMethod(secondOwner, 'https://auth.dataporten.no');
  expect((await asked()).account).toBe('feide');
});
