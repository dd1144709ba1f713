import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { RosterImportList } from '@samhold/contract';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { importRoster, readRoster } from '../testing/roster-upload.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import {
  asAdministrator,
  everything,
  first,
  importedSchool,
  none,
  storedChanges,
  type ImportedSchool,
} from './imported-school.fixture.ts';

let house: TestHouse;
let at: ImportedSchool;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  at = await importedSchool(house);
});
afterAll(() => house.close());

describe('an import', () => {
  test('is shown again as it was read, and forgets the names once it is applied', async () => {
    const read = await readRoster(at.browser, `${first}5C,5,Dina,Nes,p4\n`);
    expect(read).toMatchObject({
      format: 'csv',
      state: 'read',
      appliedAt: null,
      outdated: false,
      asksTwice: false,
      openSittings: 0,
      counts: { ...none, new: 1, unchanged: 3, newClasses: ['5C'] },
      new: [{ name: 'Dina Nes', className: '5C', grade: 5, known: false }],
    });
    expect(await at.show(read.importId)).toEqual(read);
    const stored = await storedChanges(house, at.school);
    expect(stored.some((row) => row.given_name !== null)).toBe(true);
    expect(
      Buffer.concat(stored.map((row) => row.given_name ?? Buffer.alloc(0))).toString('latin1'),
    ).not.toContain('Dina');
    await at.apply(read.importId);
    expect((await storedChanges(house, at.school)).filter((row) => row.import_id === read.importId)).toEqual(
      [],
    );
    expect(await at.show(read.importId)).toMatchObject({ state: 'applied', new: [] });
  });

  test('applied twice answers the same receipt and changes nothing', async () => {
    const read = await readRoster(at.browser, `${first}5C,5,Dina,Nes,p4\n5C,5,Eli,Ås,p5\n`);
    const receipt = await bodyOf(await at.apply(read.importId));
    expect(receipt).toMatchObject({ state: 'applied', counts: { new: 1 } });
    const before = await everything(house, at.school);
    expect(await bodyOf(await at.apply(read.importId))).toEqual(receipt);
    expect(await everything(house, at.school)).toEqual(before);
  });

  test('put away cannot be applied, and one that is applied cannot be put away', async () => {
    const read = await readRoster(at.browser, `${first}5C,5,Fia,Moe,p6\n`);
    expect(await bodyOf(await at.discard(read.importId))).toMatchObject({ state: 'discarded' });
    expect((await storedChanges(house, at.school)).filter((row) => row.import_id === read.importId)).toEqual(
      [],
    );
    expect(await codeOf(await at.apply(read.importId, true))).toBe('roster_changed');
    const applied = await importRoster(at.browser, first);
    expect(await bodyOf(await at.discard(applied.importId))).toEqual(applied);
  });

  test('is in the list of imports with its counts, newest first', async () => {
    const applied = await importRoster(at.browser, first);
    const list = await bodyOf<RosterImportList>(await at.browser('/api/v1/roster/imports'));
    expect(list.imports[0]).toEqual(applied);
    expect(list.schoolYears).toMatchObject([{ isCurrent: true }]);
    expect(JSON.stringify(list)).not.toMatch(/Ask|Lie|Kim/);
  });

  test('not applied is forgotten a day later, when the next file is read', async () => {
    const old = await readRoster(at.browser, `${first}5C,5,Gry,Lund,p7\n`);
    const now = house.deps.now();
    try {
      house.setNow(new Date(now.getTime() + 23 * 3_600_000));
      at = await asAdministrator(house, at.school);
      await readRoster(at.browser, first);
      expect((await at.show(old.importId)).state).toBe('read');
      house.setNow(new Date(now.getTime() + 25 * 3_600_000));
      at = await asAdministrator(house, at.school);
      await readRoster(at.browser, first);
      expect(await at.show(old.importId)).toMatchObject({ state: 'discarded', new: [] });
      expect((await storedChanges(house, at.school)).filter((row) => row.import_id === old.importId)).toEqual(
        [],
      );
    } finally {
      house.setNow(undefined);
      at = await asAdministrator(house, at.school);
    }
  });
});
