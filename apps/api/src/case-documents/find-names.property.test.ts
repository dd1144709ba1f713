import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameFinder } from './find-names.ts';
import { MASK, piecesOf, redacted } from './redact.ts';

const others = [
  'Mathilde Å. Nordsletten',
  'Anne-Lise Bråten',
  'Zoë Müller',
  'Ali Abdullahi Hassan',
  'Øystein Ås',
  'Even Storm',
  "D'Angelo Li",
];
const find = nameFinder({
  others,
  mayStand: ['Emma Solheim', 'Kari Lærer', 'Turid Storm'],
  mayStandWhole: ['Turid Storm', 'Even Storm', 'Storm'],
});

const filler = fc
  .array(
    fc.constantFrom(
      'i friminuttet',
      'sto alene ved',
      'husket ikke',
      'sa at',
      'etter timen,',
      'og',
      'Emma',
      'lekte.',
      'Da kom',
      'Kari Lærer',
      'bak gymsalen;',
      'flere ganger',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((words) => words.join(' '));

const written: fc.Arbitrary<(name: string) => string> = fc.constantFrom(
  (name: string) => name,
  (name: string) => `${name}s`,
  (name: string) => `${name}'s`,
  (name: string) => `${name}’`,
  (name: string) => name.toLocaleUpperCase('nb'),
  (name: string) => name.toLocaleLowerCase('nb'),
  (name: string) => name.normalize('NFD'),
  (name: string) => `«${name}»`,
  (name: string) => `(${name})`,
  (name: string) => `${name}-gjengen`,
  (name: string) => `${name}/`,
);

const names = [
  'Mathilde',
  'Nordsletten',
  'Anne-Lise',
  'Anne',
  'Lise',
  'Zoë',
  'Zoe',
  'Ali',
  'Hassan',
  'Øystein',
  'Ås',
  'Even',
  'Storm',
  "D'Angelo",
  'Li',
  'Mathilde Nordsletten',
];

test('a name of another child is found in any text, however it is written', () => {
  fc.assert(
    fc.property(filler, fc.constantFrom(...names), written, filler, (before, name, write, after) => {
      const text = `${before} ${write(name)} ${after}`;
      const from = text.indexOf(write(name));
      const covered = new Set(
        find(text).flatMap((m) => Array.from({ length: m.to - m.from }, (_, k) => m.from + k)),
      );
      for (const [at, letter] of [...write(name)].entries())
        if (/[\p{L}]/u.test(letter) && !write(name).slice(at).startsWith('gjengen') && at < name.length)
          expect(covered, `${text} at ${from + at}`).toContain(from + at);
    }),
    { numRuns: 3000 },
  );
});

test('what nobody decided is never printed, and what anybody masked is not', () => {
  fc.assert(
    fc.property(filler, fc.constantFrom(...names), filler, (before, name, after) => {
      const text = `${before} ${name} ${after}`;
      expect(redacted(text, find(text), { read: true, decisions: [] })).not.toContain(` ${name} `);
      const at = text.indexOf(name);
      const both = [
        { from: at, to: at + name.length, show: true },
        { from: at, to: at + name.length, show: false },
      ];
      expect(redacted(text, find(text), { read: true, decisions: both })).not.toContain(` ${name} `);
    }),
  );
});

test('the pieces of a text are the text, in order', () => {
  const decision = fc.record({ from: fc.nat(80), to: fc.nat(80), show: fc.boolean() });
  fc.assert(
    fc.property(filler, fc.array(decision, { maxLength: 5 }), (text, wishes) => {
      const decisions = wishes.map(({ from, to, show }) => ({
        from: Math.min(from, to, text.length),
        to: Math.min(Math.max(from, to), text.length),
        show,
      }));
      const pieces = piecesOf(text, find(text), decisions);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      const masked = pieces
        .map(({ text: piece, masked: is }) => (is ? '\u0000'.repeat(piece.length) : piece))
        .join('');
      for (const { from, to, show } of decisions)
        if (!show) expect(masked.slice(from, to).replaceAll('\u0000', '')).toBe('');
    }),
  );
});

test('a text nobody has read is refused', () => {
  expect(() => redacted('Alt er bra.', [], { read: false, decisions: [] })).toThrow();
});

test('what was looked at and may stand, stands', () => {
  const text = 'De så Storm over fjorden med Emma.';
  const [storm] = find(text);
  expect(storm).toEqual({ from: 6, to: 11, kind: 'name' });
  expect(redacted(text, find(text), { read: true, decisions: [] })).toBe(
    `De så ${MASK} over fjorden med Emma.`,
  );
  expect(redacted(text, find(text), { read: true, decisions: [{ from: 6, to: 11, show: true }] })).toBe(text);
});

test('the full name of a teacher stands though a child has the same family name, and the family name alone does not', () => {
  expect(find('21. oktober 2026, Turid Storm: Ble hentet tidlig.')).toEqual([]);
  for (const text of [
    'Så kom Storm.',
    'Så kom turid storm.',
    'Så kom Turid Storms.',
    'Så kom Turid Storm-Li.',
  ])
    expect(find(text), text).not.toEqual([]);
  expect(find('Så kom Even Storm.'), 'a child of the same full name').not.toEqual([]);
});

test.each([
  ['Da kom Mathlide bort.', 'Mathlide', 'like_a_name'],
  ['Hele Mathildegjengen var der.', 'Mathildegjengen', 'like_a_name'],
  ['Det var broren til Petronella i parken.', 'Petronella', 'capital'],
  ['Sammen med M. N. ved husken.', 'M. N.', 'initials'],
  ['Han som heter ALI sa det.', 'ALI', 'name'],
])('%s', (text, found, kind) => {
  const [mention, more] = find(text);
  expect(more).toBeUndefined();
  expect(text.slice(mention?.from, mention?.to)).toBe(found);
  expect(mention?.kind).toBe(kind);
});

test('ordinary words, abbreviations, the child and the staff are left in peace', () => {
  expect(
    find('Emma og Kari Lærer snakket med PPT. Etterpå gikk hun hjem: Alt var bra. «Det går fint.»'),
  ).toEqual([]);
});

test('a name the child shares with another child is looked at', () => {
  const shared = nameFinder({ others: ['Emma Berg'], mayStand: ['Emma Solheim'] });
  expect(shared('Emma Solheim lekte.')).toEqual([{ from: 0, to: 4, kind: 'name' }]);
});
