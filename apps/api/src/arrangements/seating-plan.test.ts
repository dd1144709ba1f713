import { roomOf } from '@samhold/analysis';
import { describe, expect, test } from 'vitest';
import { textOfPdf } from '../testing/pdf-text.ts';
import { askPoppler, hasPoppler } from '../testing/poppler.ts';
import { groupList } from './group-list.ts';
import { seatingPlan } from './seating-plan.ts';

const names = [
  'Ærlig',
  'Øystein Å.',
  'Åshild',
  'محمد',
  'ليلى',
  'Bartholomeus-Alexander',
  '#pagebreak()',
  'Ask',
];
const sheet = { className: '5A', schoolName: 'Fjellvik skole', usedFrom: '2026-11-30', day: '2026-11-26' };
const placedIn = (seats: readonly string[]) =>
  names.flatMap((label, at) => (seats[at] === undefined ? [] : [{ label, place: seats[at] }]));

const desks = roomOf({ shape: 'desks', rows: 3, desks: 2, seats: 2 });
const plan = seatingPlan({ ...sheet, room: desks, pupils: placedIn(desks.seats.map(({ id }) => id)) });
const list = groupList({ ...sheet, pupils: placedIn(['1', '2', '10', '2', '1', '3', '3', '10']) });

test.each([
  ['the plan', plan],
  ['the list', list],
])('%s says of which class it is and since when, and takes no name as markup', (_what, pdf) => {
  const text = textOfPdf(pdf);
  for (const said of ['5A · fra 30. november 2026', '#pagebreak()', 'Ærlig'])
    expect(text.includes(said), said).toBe(true);
  expect(text.includes('Inneholder opplysninger'), 'a warning').toBe(false);
});

const pagesOf = (pdf: Buffer): number =>
  [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;

test.each([
  { shape: 'rows', rows: 12, seats: 10 },
  { shape: 'desks', rows: 10, desks: 4, seats: 3 },
  { shape: 'horseshoe', seats: 60 },
  { shape: 'horseshoe', seats: 1 },
  {
    shape: 'free',
    facing: true,
    cells: [
      { x: 23, y: 15 },
      { x: 0, y: 0 },
    ],
  },
] as const)('the plan of a room is one page, however large it is: %o', (drawn) => {
  const room = roomOf(drawn);
  const pupils = room.seats.map(({ id }, at) => ({ label: `Kristoffer-Andreas ${at}`, place: id }));
  expect(pagesOf(seatingPlan({ ...sheet, room, pupils }))).toBe(1);
  expect(pagesOf(seatingPlan({ ...sheet, room, pupils: [] }))).toBe(1);
});

test('groups stand by number, not by letter', () => {
  const order = [...textOfPdf(list).matchAll(/Gruppe (\d+)/g)].map(([, number]) => number);
  expect([...new Set(order)]).toEqual(['1', '2', '3', '10']);
});

describe.skipIf(!hasPoppler)('the sheets for the wall, read by another program', () => {
  test.each([
    ['the plan', plan, 'Plassene i klasserommet'],
    ['the list', list, 'Grupper'],
  ])('%s is tagged, with its own title and its fonts in it', (_what, pdf, title) => {
    expect(askPoppler('pdfinfo', pdf)).toMatch(new RegExp(`Title: +${title}\\n[^]*Tagged: +yes`));
    const [, , ...fonts] = askPoppler('pdffonts', pdf).trim().split('\n');
    expect(fonts.length).toBeGreaterThan(1);
    for (const row of fonts) expect(row).toMatch(/Identity-H +yes yes yes/);
  });

  test('the plan is read from the board and back, each name letter by letter', () => {
    const text = askPoppler('pdftotext', plan);
    for (const name of names) for (const word of name.split('-')) expect(text, word).toContain(word);
    const spoken = askPoppler('pdfinfo', plan, '-struct-text');
    const read = names.filter((name) => /^\w/.test(name)).map((name) => spoken.indexOf(name.slice(0, 5)));
    expect(read).toEqual(read.toSorted((a, b) => a - b));
    expect(spoken.indexOf('Tavle')).toBeLessThan(read[0] ?? 0);
  });
});
