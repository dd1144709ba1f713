import { describe, expect, test } from 'vitest';
import { textOfPdf } from '../testing/pdf-text.ts';
import { askPoppler, hasPoppler } from '../testing/poppler.ts';
import { makeDocument, type DocumentFrame } from './document.ts';

const names = ['Ærlig Øye-Ås', 'Abdirahman Mohammed', 'محمد عبدالله', 'ليلى', 'شيخ گل ٹیپو ےۓ', 'فاطمة 2'];
const frame = {
  title: 'Prøveark',
  subtitle: '5A',
  schoolName: 'Fjellvik skole',
  day: '2026-11-26',
  namesPupils: true,
};
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>';
const body = `
== Elevene
#data-table(columns: 2, header: ([Elev], [Nummer]),
  ..content.rows.enumerate(start: 1).map(((number, row)) => (name(row), [#number])).flatten())
=== I én setning
#content.rows.map(name).join(", ").
#image(bytes(content.drawing), format: "svg", alt: content.alt, width: 2cm)
`;
const documentOf = (rows: readonly string[], changes: Partial<DocumentFrame> = {}): Buffer =>
  makeDocument({ ...frame, ...changes }, body, { rows, drawing, alt: 'En sirkel' });

describe('a document of ours', () => {
  const pdf = documentOf(names);
  const bytes = pdf.toString('latin1');

  test('is tagged, in Norwegian, says that it is PDF/UA, and has its title', () => {
    for (const mark of ['/StructTreeRoot', '/Lang', '/Marked true', 'pdfuaid:part'])
      expect(bytes).toContain(mark);
    expect(/\/Lang\s*\(([^)]*)\)/.exec(bytes)?.[1]).toBe('nb-NO');
    expect(bytes).toContain('/DisplayDocTitle true');
  });

  test.each([false, true])('is made also of what no font has, archival %s', (archival) => {
    const text = textOfPdf(
      documentOf(['Fint \u{1F469}\u200D\u{1F467} i dag', 'Ny\u0000 linje\u0007', 'Halv \ud800!'], {
        archival,
      }),
    );
    for (const part of ['Fint', '□□', 'i dag', 'Ny linje', 'Halv']) expect(text).toContain(part);
  });

  test('is the same bytes whenever it is made', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(documentOf(names).equals(pdf)).toBe(true);
  });

  test('holds the school, the day and that it is about pupils on each page, where it is', () => {
    const footer = 'Fjellvik skole · 26. november 2026';
    expect(textOfPdf(pdf)).toContain(`${footer} · Inneholder opplysninger om elever`);
    const other = textOfPdf(documentOf(['Ask'], { namesPupils: false }));
    expect(other).toContain(footer);
    expect(other).not.toContain('Inneholder opplysninger');
  });

  test('cannot be made with a picture that says nothing to whoever does not see it', () => {
    const mute = body.replace(' alt: content.alt,', '');
    expect(() => makeDocument(frame, mute, { rows: [], drawing })).toThrow();
  });

  test('takes no name as markup', () => {
    const awkward = '#pagebreak() *Ås* $x$ <b> \\ "[_`@';
    expect(textOfPdf(documentOf([awkward]))).toContain(awkward);
  });
});

describe.skipIf(!hasPoppler)('a document of ours, read by another program', () => {
  const pdf = documentOf(names);

  test('has its headings, table and picture in the tree of its structure', () => {
    expect(askPoppler('pdfinfo', pdf)).toMatch(/Title: +Prøveark\n[^]*Tagged: +yes/);
    const tree = askPoppler('pdfinfo', pdf, '-struct').match(/\b(H[123]|Table|THead|TH|TD|Figure)\b/g) ?? [];
    expect(tree.slice(0, 3)).toEqual(['H1', 'H2', 'Table']);
    expect(tree.filter((tag) => tag === 'TH')).toHaveLength(2);
    expect(tree.filter((tag) => tag === 'TD')).toHaveLength(2 * names.length);
    expect(tree.slice(-2)).toEqual(['H3', 'Figure']);
  });

  test('has all its fonts in it', () => {
    const [, , ...fonts] = askPoppler('pdffonts', pdf).trim().split('\n');
    const found = fonts.map((row) => /\+(\S+)/.exec(row)?.[1]);
    expect(found.sort()).toEqual(['IBMPlexSansArabic-Regular', 'NotoSans-Bold', 'NotoSans-Regular']);
    for (const row of fonts) expect(row).toMatch(/Identity-H +yes yes yes/);
  });

  test('gives each name letter by letter, once in the table and once in the sentence', () => {
    const text = askPoppler('pdftotext', pdf);
    const isRightToLeft = (name: string) => /\p{Script=Arabic}/u.test(name);
    for (const name of names) {
      const letters = isRightToLeft(name) ? name.replace(/ \d$/, '') : name;
      expect(text.split(letters).length - 1, name).toBe(2);
    }
  });

  test('runs over pages with the header of its table and its footer on each', () => {
    const long = documentOf(Array.from({ length: 60 }, (_, at) => `Elev ${at}`));
    const pages = askPoppler('pdftotext', long, '-layout').split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, page] of pages.entries()) expect(page).toContain(`Side ${at + 1} av ${pages.length}`);
    expect(pages[1]).toMatch(/Elev +Nummer/);
  });
});
