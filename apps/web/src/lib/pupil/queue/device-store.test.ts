import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import {
  forgetOldUploads,
  forgetUpload,
  numberByClock,
  openDeviceStore,
  rememberUpload,
  takeNumber,
  type StoredUpload,
} from './device-store.ts';

let stores = 0;
const newStore = () => openDeviceStore(`store ${String((stores += 1))}`);
const upload: StoredUpload = { token: 'a', responseId: 'r-a', nextPart: 1, usedAt: 5_000 };
const years = 5 * 365 * 24 * 3_600_000;

describe('the number of a part', () => {
  test('is one more each time, from two windows too', async () => {
    const store = await newStore();
    await rememberUpload(store, upload);
    await rememberUpload(store, upload);
    const numbers = await Promise.all([upload, upload, upload].map((own) => takeNumber(store, own)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  });

  test('is of the clock when another window has handed in and forgotten the upload', async () => {
    const store = await newStore();
    await rememberUpload(store, upload);
    const before = [await takeNumber(store, upload), await takeNumber(store, upload)];
    await forgetUpload(store, upload.token);
    const after = [await takeNumber(store, upload), await takeNumber(store, upload)];
    expect([...before, ...after]).toEqual([1, 2, numberByClock(5_000), numberByClock(5_000) + 1]);
  });
});

test('an upload that a wrong clock makes old is forgotten only when no session is kept', async () => {
  const store = await newStore();
  await rememberUpload(store, upload);
  await store.put('session', {} as never, 'current');
  await forgetOldUploads(store, years);
  expect(await store.getAll('uploads')).toEqual([upload]);
  await store.delete('session', 'current');
  await forgetOldUploads(store, years);
  expect(await store.getAll('uploads')).toEqual([]);
});
