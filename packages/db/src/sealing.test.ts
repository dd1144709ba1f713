import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createKeyring, type Place } from './sealing.ts';

const keyring = createKeyring(Buffer.alloc(32, 7));
const schoolA = '00000000-0000-4000-8000-00000000000a';
const schoolB = '00000000-0000-4000-8000-00000000000b';
const wrapped = keyring.newSchoolKey(schoolA);
const sealer = keyring.sealerFor(schoolA, wrapped);
const place: Place = { table: 'sealed_person', column: 'given_name', row: '1' };

/** Repeatable strings of any length below 40 over every plane of Unicode but the lone surrogates, which are no text. */
const strings = Array.from({ length: 300 }, (_, seed) => {
  const bytes = Buffer.concat([0, 1, 2, 3].map((n) => createHash('sha256').update(`${seed} ${n}`).digest()));
  return Array.from({ length: seed % 40 }, (_, at) => {
    const point = bytes.readUIntBE(at * 3, 3) % (at % 2 === 0 ? 0x300 : 0x110000);
    return String.fromCodePoint(point >= 0xd800 && point <= 0xdfff ? 0xe5 : point);
  }).join('');
});

describe('sealing', () => {
  test('opens to what was sealed, whatever the text', () => {
    for (const text of strings) expect(sealer.open(sealer.seal(text, place), place)).toBe(text);
  });
  test('refuses a value moved to another row, column or table', () => {
    const sealed = sealer.seal('Åse', place);
    for (const other of [{ row: '2' }, { column: 'family_name' }, { table: 'pupil' }]) {
      expect(() => sealer.open(sealed, { ...place, ...other })).toThrow();
    }
  });
  test('refuses a value or a key moved to another school', () => {
    const other = keyring.sealerFor(schoolB, keyring.newSchoolKey(schoolB));
    expect(() => other.open(sealer.seal('Åse', place), place)).toThrow();
    expect(() => keyring.sealerFor(schoolB, wrapped)).toThrow();
  });
  test('refuses a value with any one bit flipped', () => {
    const sealed = sealer.seal('Åse', place);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => sealer.open(altered, place)).toThrow();
    }
  });
  test('refuses the wrong master key, and one of the wrong length', () => {
    expect(() => createKeyring(Buffer.alloc(32, 8)).sealerFor(schoolA, wrapped)).toThrow();
    expect(() => createKeyring(Buffer.alloc(31))).toThrow('32 bytes');
  });
  test('seals the same text differently each time', () => {
    expect(sealer.seal('Åse', place).equals(sealer.seal('Åse', place))).toBe(false);
  });
  test('hashes the same id alike in one school and differently in another', () => {
    const other = keyring.sealerFor(schoolB, keyring.newSchoolKey(schoolB));
    expect(sealer.lookupHash('feide', 'x').equals(sealer.lookupHash('feide', 'x'))).toBe(true);
    expect(sealer.lookupHash('feide', 'x').equals(other.lookupHash('feide', 'x'))).toBe(false);
  });
});
