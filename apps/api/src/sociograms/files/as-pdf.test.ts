import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { textOfPdf } from '../../testing/pdf-text.ts';
import { askPoppler, hasPoppler } from '../../testing/poppler.ts';
import { asDrawing } from './as-drawing.ts';
import { asPdf } from './as-pdf.ts';
import { both, expectedTies, fileOf, labels, round } from './made-class.fixture.ts';

const legend = ['valgte hverandre', 'valgte, pilen peker på den som ble valgt', 'har ikke svart'];
const basis = 'Høstrunde · 8 av 9 elever svarte · 24. november 2026';

const textsOf = (svg: string): readonly string[] => {
  expect(XMLValidator.validate(svg)).toBe(true);
  const found: string[] = [];
  new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    tagValueProcessor: (tag, value) => {
      if (tag === 'text') found.push(value);
      return value;
    },
  }).parse(svg);
  return found;
};

describe('the sociogram as SVG', () => {
  test.each(['network', 'target'] as const)('as a %s has its names, legend, respondents and date', (view) => {
    const svg = asDrawing(fileOf({ view }), true);
    const texts = textsOf(svg);
    expect(texts).toEqual(expect.arrayContaining([...labels, ...legend, basis]));
    expect(texts.join(' ')).toContain('Inneholder opplysninger om elever');
    expect(texts.join(' ').includes('Ringene, fra midten og ut')).toBe(view === 'target');
    expect(svg.match(/<circle/g)).toHaveLength(labels.length + 1);
    expect(svg.match(/<circle[^>]*dasharray/g)).toHaveLength(2);
  });

  test('draws each tie once, and mutual ones alone when asked', () => {
    const drawn = (mutual: boolean) => {
      const svg = asDrawing(fileOf(mutual ? { mutual: 'only' } : {}), false);
      const count = (width: string) =>
        (svg.match(new RegExp(`<path[^>]*stroke-width="${width}"`, 'g')) ?? []).length;
      return { mutual: count('3.6'), oneWay: count('1.4') };
    };
    const pairs = expectedTies(both, true).size / 2;
    // One of each is the legend's.
    expect(drawn(false)).toEqual({ mutual: pairs + 1, oneWay: expectedTies(both).size - 2 * pairs + 1 });
    expect(drawn(true)).toEqual({ mutual: pairs + 1, oneWay: 0 });
  });

  test('has a pupil where somebody put that pupil by hand', () => {
    const [first] = round.pupils;
    const moved = { ...round, places: [{ pupilId: first?.pupilId ?? '', place: { x: 512, y: 333 } }] };
    expect(asDrawing(fileOf({}, { rounds: [moved] }), true)).toContain('<circle cx="512" cy="333"');
  });

  test('loads nothing and runs nothing', () => {
    expect(asDrawing(fileOf(), true)).not.toMatch(/<script|<style|style=|href|url\(|<image|on\w+=/);
  });
});

describe('the sociogram as PDF', () => {
  const pdf = asPdf(fileOf(), '2026-11-26');

  test('has a table and a sentence for each pupil, and says that it is about pupils', () => {
    const text = textOfPdf(pdf);
    for (const said of [
      'Ærlig Øye-Ås',
      'har ikke svart',
      'Inneholder opplysninger om elever',
      '26. november 2026',
    ])
      expect(text.includes(said), said).toBe(true);
  });

  test.skipIf(!hasPoppler)('read by another program has every pupil in picture, table and sentences', () => {
    const text = askPoppler('pdftotext', pdf).replaceAll(/\s+/g, ' ');
    expect(text).toContain(basis);
    for (const words of legend) expect(text).toContain(words);
    for (const label of labels) expect(text.split(label).length - 1, label).toBeGreaterThanOrEqual(3);
    expect(text).toContain('Valgt av 2 av 7 som svarte. Gjensidig med +47 Ada.');
    const tree = askPoppler('pdfinfo', pdf, '-struct').match(/\b(H[123]|Table|Figure|TD)\b/g) ?? [];
    expect(tree.slice(0, 4)).toEqual(['H1', 'Figure', 'H2', 'Table']);
    expect(tree.filter((tag) => tag === 'TD')).toHaveLength(4 * labels.length);
    expect(tree.filter((tag) => tag === 'H3')).toHaveLength(labels.length);
    expect(askPoppler('pdfinfo', pdf)).toMatch(/Tagged: +yes/);
    const fonts = askPoppler('pdffonts', pdf).match(/(NotoSans|IBMPlexSansArabic)-\w+/g) ?? [];
    expect(new Set(fonts)).toEqual(
      new Set(['NotoSans-Regular', 'NotoSans-Bold', 'IBMPlexSansArabic-Regular', 'IBMPlexSansArabic-Bold']),
    );
  });
});
