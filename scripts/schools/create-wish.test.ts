import { expect, test } from 'vitest';
import { readCreateWish } from './create-wish.ts';

const whole = [
  ...['--name', 'Dalvik skole', '--number', '974 589 095', '--owner', 'Fjellvik kommune'],
  ...['--given-name', 'Dag', '--family-name', 'Dalvik'],
];

test('a school is wished for by name, number, owner and its first administrator', () => {
  expect(readCreateWish(whole)).toEqual({
    kind: 'school',
    school: {
      ...{ name: 'Dalvik skole', organisationNumber: '974589095' },
      ...{ owner: 'Fjellvik kommune', newOwner: false },
      administrator: { givenName: 'Dag', familyName: 'Dalvik' },
    },
  });
  expect(readCreateWish(['--new-link', '974 589 095'])).toEqual({
    kind: 'link',
    organisationNumber: '974589095',
  });
  expect(readCreateWish([...whole, '--help'])).toEqual({ kind: 'help' });
});

test.each([0, 2, 4, 6, 8])('without the option at %i it says which one is missing', (at) => {
  const less = whole.toSpliced(at, 2);
  expect(() => readCreateWish(less)).toThrow(`${whole[at]} mangler.`);
  expect(() => readCreateWish([...less, whole[at] ?? '', ' '])).toThrow(`${whole[at]} mangler.`);
});

test('an option that is none is told in a sentence', () => {
  expect(() => readCreateWish([...whole, '--force'])).toThrow('et valg som ikke finnes');
});
