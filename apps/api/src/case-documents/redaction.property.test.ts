import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOfPdf } from '../testing/pdf-text.ts';
import { casePdf } from './case-pdf.ts';
import { nameFinder } from './find-names.ts';
import {
  entriesFrom,
  everyContent,
  housekeepingContent,
  madeCase,
  otherPupil,
  party,
} from './made-case.fixture.ts';
import { MASK } from './redact.ts';
import { asPartyReads, notRead, toReview, type Reviews } from './review.ts';
import { fieldsOf, sectionsFor, wholeCase } from './sections.ts';

const other = 'Mathilde Nordsletten';
const find = nameFinder({ others: [other], mayStand: ['Emma Solheim', 'Kari Lærer'] });
const last = 1000;

const planted = (name: string) => (place: string) => `Ved ${place} sa ${name} at det var sant.`;
const allRead = (view: ReturnType<typeof madeCase>, kind: 'plan' | 'report'): Reviews =>
  Object.fromEntries(
    fieldsOf(sectionsFor(view, kind, party, last)).map(({ key }) => [key, { read: true, decisions: [] }]),
  );

test('a name in any text of a case is marked, in the plan and in the report, and is never printed unread', () => {
  const name = fc.constantFrom('Mathilde', 'Nordsletten', other, 'mathilde', 'MATHILDES', 'Mathilde-gjengen');
  fc.assert(
    fc.property(name, fc.constantFrom('plan' as const, 'report' as const), (written, kind) => {
      const view = madeCase(entriesFrom(everyContent(planted(written))));
      const sections = sectionsFor(view, kind, party, last);
      const shown = toReview(sections, find, {}).flatMap(({ fields, measures }) => [
        ...fields,
        ...measures.map(({ what }) => what),
      ]);
      expect(shown.length).toBeGreaterThan(kind === 'plan' ? 4 : 30);
      for (const { text, mentions } of shown)
        expect(
          mentions.some(({ from, to }) => text.slice(from, to).includes(written.slice(0, 8))),
          text,
        ).toBe(true);
      expect(notRead(fieldsOf(sections), {})).toHaveLength(shown.length);
      expect(() => asPartyReads(sections, find, {})).toThrow();
      const given = JSON.stringify(asPartyReads(sections, find, allRead(view, kind))).toLowerCase();
      expect(given).not.toMatch(/mathilde|nordsletten/u);
      expect(given).toContain(MASK);
    }),
  );
});

test('one text unread is enough for nothing to be made', () => {
  const view = madeCase(entriesFrom(everyContent(planted(other))));
  const sections = sectionsFor(view, 'report', party, last);
  const reviews = allRead(view, 'report');
  for (const { key } of fieldsOf(sections))
    expect(
      () => asPartyReads(sections, find, { ...reviews, [key]: { read: false, decisions: [] } }),
      key,
    ).toThrow();
});

test('what parties are not given never reaches the document, however it is reviewed', () => {
  const secret = 'Qzx';
  const kept = everyContent((place) => `Om ${place}.`);
  const view = madeCase(entriesFrom([...kept, ...housekeepingContent((place) => `${secret} ${place}`)]));
  expect(JSON.stringify(sectionsFor(view, 'report', party, last))).not.toContain(secret);
  expect(JSON.stringify(wholeCase(view))).toContain(secret);
});

test('another pupil’s own words are not given, nor that they were corrected', () => {
  const entries = entriesFrom(
    [
      { kind: 'pupil_heard', who: 'Kari Lærer', words: 'Jeg var der.' },
      { kind: 'correction', text: 'Det var en annen dag.' },
    ],
    otherPupil,
  );
  const view = madeCase(entries);
  expect(sectionsFor(view, 'report', party, last)).toEqual([]);
  expect(sectionsFor(view, 'report', otherPupil, last)).toHaveLength(2);
});

test('in a plan for several pupils each reads the words of their own', () => {
  const contents = everyContent((place) => `Om ${place}.`).map((content) =>
    content.kind === 'plan'
      ? {
          ...content,
          views: [
            { pupilId: party, child: 'Mine ord', guardians: 'Våre ord', bestInterest: 'Best for meg' },
            {
              pupilId: otherPupil,
              child: 'Andres ord',
              guardians: 'De andres',
              bestInterest: 'Best for en annen',
            },
          ],
        }
      : content,
  );
  const given = JSON.stringify(sectionsFor(madeCase(entriesFrom(contents)), 'plan', party, last));
  expect(given).toContain('Mine ord');
  expect(given).not.toMatch(/Andres ord|De andres|en annen/u);
});

test('an entry that came after the document was begun is not in it', () => {
  const view = madeCase(entriesFrom(everyContent((place) => `Om ${place}.`)));
  const begun = sectionsFor(view, 'report', party, 3);
  expect(begun.map(({ heading }) => heading)).toEqual([
    'Slik ble saken kjent',
    'Skolen grep inn',
    'Skolen trengte ikke gripe inn',
  ]);
});

test('neither the text nor the properties of the file hold the masked name, and the archive’s PDF/A holds it', () => {
  const view = madeCase(entriesFrom(everyContent(planted(other))));
  const frame = { subtitle: 'Emma Solheim · sak K7F3Q', schoolName: 'Fjellvik skole', day: '2026-11-27' };
  const given = casePdf({
    frame: { ...frame, title: 'Tiltaksplan' },
    about: [],
    sections: asPartyReads(sectionsFor(view, 'report', party, last), find, allRead(view, 'report')),
  });
  expect(textOfPdf(given)).not.toMatch(/mathilde|nordsletten/iu);
  expect(given.toString('latin1')).not.toMatch(/mathilde|nordsletten/iu);
  const whole = casePdf({
    frame: { ...frame, title: 'Skolemiljøsak', archival: true },
    about: ['Hele saken'],
    sections: wholeCase(view),
  });
  expect(textOfPdf(whole)).toContain('Nordsletten');
  expect(whole.toString('latin1')).toContain('pdfaid:conformance>A');
  for (const mark of ['/StructTreeRoot', '/Lang']) expect(given.toString('latin1')).toContain(mark);
});
