import 'fake-indexeddb/auto';
import type { PupilForm } from '@samhold/contract';
import { expect, test } from 'vitest';
import { openDeviceStore } from './device-store.ts';
import { forgetSession, keepSession, readSession, type KeptSession } from './session-vault.ts';

const MINUTE = 60_000;
// Only that it comes back as it was matters here.
const form = { pupil: { pupilId: 'p', label: 'Ingeborg' }, className: '4B' } as unknown as PupilForm;
const session: KeptSession = { form, classCode: 'ABCDEFGH', language: 'nb', answeredItemIds: ['w14-now'] };
let stores = 0;
const newStore = () => openDeviceStore(`vault ${String((stores += 1))}`);

test('a session comes back as it was kept, also when it was kept again', async () => {
  const store = await newStore();
  await keepSession(store, { ...session, answeredItemIds: [] }, 1000);
  await keepSession(store, session, 1000 + 15 * MINUTE);
  expect(await readSession(store, 1000 + 30 * MINUTE)).toEqual(session);
});

test('what lies on the tablet can be read without the key by nobody, and the key cannot be taken out', async () => {
  const store = await newStore();
  await keepSession(store, session, 1000);
  const kept = (await store.get('session', 'current')) ?? expect.fail();
  expect(new TextDecoder().decode(kept.sealed)).not.toContain('Ingeborg');
  expect(kept.key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', kept.key)).rejects.toThrow();
});

test.each([
  ['after twenty minutes', 1000 + 20 * MINUTE + 1],
  ['when the clock has been set back a day', 1000 - 24 * 60 * MINUTE],
  ['when the clock has been set on a day', 1000 + 24 * 60 * MINUTE],
])('a session that rested is destroyed %s', async (_when, now) => {
  const store = await newStore();
  await keepSession(store, session, 1000);
  expect(await readSession(store, now)).toBeNull();
  expect(await store.count('session')).toBe(0);
});

test('a session that was altered or forgotten is not there', async () => {
  const store = await newStore();
  expect(await readSession(store, 0)).toBeNull();
  await keepSession(store, session, 1000);
  const kept = (await store.get('session', 'current')) ?? expect.fail();
  await store.put('session', { ...kept, sealed: kept.sealed.slice(1) }, 'current');
  expect(await readSession(store, 2000)).toBeNull();
  await keepSession(store, session, 1000);
  await forgetSession(store);
  expect(await store.count('session')).toBe(0);
});
