import * as fc from 'fast-check';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { badgeSheet } from './badge-sheet.ts';
import { qrSvg } from './qr-svg.ts';

const sheetOf = (labels: readonly string[]): string =>
  badgeSheet({
    schoolName: 'Fjellvik skole',
    className: '5A',
    badges: labels.map((label, at) => ({
      label,
      address: `https://skole.test/s#b=${at}`,
      code: 'ABCDE FGHJK',
    })),
  }).toString('latin1');

const pagesOf = (pdf: string): number => [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;

test('ten badges fill a page, and the eleventh begins another', () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `Ask ${at}`);
  expect(pagesOf(sheetOf(names(10)))).toBe(1);
  expect(pagesOf(sheetOf(names(11)))).toBe(2);
});

test('the sheet is tagged, in Norwegian, and names nobody in what is said of the file', () => {
  const pdf = sheetOf(['Åshild']);
  for (const mark of ['/StructTreeRoot', '/Lang', '/Marked true']) expect(pdf).toContain(mark);
  expect(/\/Title\s*\(([^)]*)\)/.exec(pdf)?.[1]).toBe('Merker');
});

test('no name can be read as markup, however it is written', () => {
  const awkward = fc.string({
    unit: fc.constantFrom('#', '$', '\\', '"', ']', '[', '*', '_', '<', '@', '`', 'a', 'Å', ' '),
  });
  fc.assert(
    fc.property(fc.array(awkward, { minLength: 1, maxLength: 3 }), (labels) => {
      expect(pagesOf(sheetOf(labels))).toBe(1);
    }),
    { numRuns: 60 },
  );
});

test('the QR code has a dark square where the encoder says, and nowhere else', () => {
  const text = 'https://skole.test/s#b=abc';
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const svg = qrSvg(text);
  expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`);
  const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`));
  data.forEach((row, y) => row.forEach((on, x) => expect(dark.has(`${x},${y}`)).toBe(on)));
});
