import { isAscii, isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import { collectRejections } from './rejections.ts';
import { fileOf, inPieces, readRosterOf } from './roster-source.fixture.ts';
import { smallSchool } from './small-school.fixture.ts';

const columns = {
  given: { names: ['fornavn'], required: true },
  family: { names: ['etternavn'] },
  id: { names: ['id'] },
} as const;

const letters = [...'abcæøåÆØÅéöABZ019 "\';,\t-.()’–', 'ñ'];
/** A value as it comes back: trimmed, with single spaces, and with no birth number by accident. */
const value = fc
  .array(fc.constantFrom(...letters), { maxLength: 8 })
  .map((signs) => signs.join('').replace(/\s+/g, ' ').trim());

const windows1252 = new Map([
  ['’', 0x92],
  ['–', 0x96],
]);
const encode = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'windows-1252': (text: string) =>
    Buffer.from([...text].map((sign) => windows1252.get(sign) ?? sign.charCodeAt(0))),
};
const encodings = ['utf-8', 'utf-8 with a mark', 'windows-1252'] as const;

const written = (text: string, delimiter: string, always: boolean) =>
  always || /["\s]|^$/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;

test('a table reads back the same, however it is written', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ given: value.filter((text) => text !== ''), family: value, id: value, note: value }),
        {
          maxLength: 8,
        },
      ),
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom(...encodings),
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      async (rows, delimiter, lineEnd, encoding, quoted, ended, pieces) => {
        const lines = [
          ['Etternavn', 'FORNAVN', 'notat', 'Id'],
          ...rows.map(({ given, family, id, note }) => [family, given, note, id]),
        ].map((cells) => cells.map((cell) => written(cell, delimiter, quoted)).join(delimiter));
        const bytes = encode[encoding](lines.join(lineEnd) + (ended ? lineEnd : ''));
        // Text in one of the two that happens to be text in the other cannot be told apart.
        fc.pre(encoding !== 'windows-1252' || !isUtf8(bytes) || isAscii(bytes));
        const rejections = collectRejections();
        const read: object[] = [];
        const file = { name: 'elever.csv', open: async () => inPieces(bytes, pieces) };
        await readTable(file, columns, rejections, (values) => read.push(values));
        expect(rejections.rows).toEqual([]);
        expect(read).toEqual(rows.map(({ given, family, id }) => ({ given, family, id })));
      },
    ),
    { numRuns: 300 },
  );
});

test('the columns that the header has are told, and another name for a column counts', async () => {
  const rows: object[] = [];
  const grade = { grade: { names: ['grades', 'grade'] }, sex: { names: ['sex'] } };
  const found = await readTable(fileOf('Grade,x\n5,1\n'), grade, collectRejections(), (values, row) =>
    rows.push({ ...values, row }),
  );
  expect([...found]).toEqual(['grade']);
  expect(rows).toEqual([{ grade: '5', sex: '', row: 2 }]);
});

test('nothing planted in a column outside the allow-list comes out of the reader', async () => {
  const kept = new Set(
    [
      ['sourcedId', 'status', 'title', 'name', 'type', 'identifier in orgs', 'parentSourcedId', 'grades'],
      ['schoolSourcedId', 'orgSourcedIds', 'courseSourcedId', 'classType', 'role', 'givenName', 'familyName'],
      ['classSourcedId', 'userSourcedId', 'endDate', 'propertyName', 'value'],
    ].flat(),
  );
  const tables = ['classes.csv', 'users.csv', 'enrollments.csv'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...tables),
      fc.string({ minLength: 12, maxLength: 12, unit: fc.constantFrom(...'qxzjkw') }),
      fc.boolean(),
      async (table, planted, asNewColumn) => {
        const [head = '', ...lines] = `${smallSchool[table]}`.trimEnd().split('\n');
        const names = head.split(',');
        const outside = names.flatMap((name, place) => (kept.has(name) ? [] : [place]));
        const plant = (line: string) => {
          // The only list in quotes has two values; it is not among the planted.
          const cells = line.match(/"[^"]*"|[^,]+|(?<=,|^)(?=,|$)/g) ?? [];
          for (const place of outside) cells[place] = planted;
          return cells.join(',') + (asNewColumn ? `,${planted}` : '');
        };
        const text = [head + (asNewColumn ? `,ext_${planted}` : ''), ...lines.map(plant)].join('\n');
        const roster = await readRosterOf({ ...smallSchool, [table]: text });
        expect(roster.pupils).toHaveLength(2);
        expect(JSON.stringify(roster)).not.toContain(planted);
      },
    ),
    { numRuns: 60 },
  );
});
