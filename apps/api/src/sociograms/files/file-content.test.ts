import { describe, expect, test } from 'vitest';
import { matrixAsCsv, choicesAsCsv } from './as-csv.ts';
import { asDrawing } from './as-drawing.ts';
import { asGexf, asGraphml } from './as-graph.ts';
import { asPdf } from './as-pdf.ts';
import { fileName, sociogramFile } from './file-content.ts';
import { fileOf, labels, round } from './made-class.fixture.ts';
import { textOfPdf } from '../../testing/pdf-text.ts';

const everyText = (file: ReturnType<typeof fileOf>): string =>
  [
    choicesAsCsv(file).toString('utf8'),
    matrixAsCsv(file).toString('utf8'),
    asGraphml(file),
    asGexf(file),
    asDrawing(file, true),
    textOfPdf(asPdf(file, '2026-11-26')),
    fileName(file, ''),
  ].join('\n');

const idOf = (label: string) => round.pupils.find((pupil) => pupil.label === label)?.pupilId ?? '';

describe('a file of a sociogram', () => {
  test('counts as the screen does', () => {
    const { pupils } = fileOf({ criterion: 'recess' });
    expect(pupils.find(({ label }) => label === '-Bodil')).toMatchObject({
      received: 1,
      given: 2,
      mutual: 1,
    });
    expect(pupils.find(({ label }) => label === labels.at(-1))).toMatchObject({ given: null, mutual: null });
  });

  test('is of one criterion, or of all; not of one that nobody was asked', () => {
    expect([fileOf().criterion, fileOf({ criterion: 'work' }).criterion]).toEqual([
      'Alle spørsmål samlet',
      'Samarbeid',
    ]);
    const saved = { schoolName: '', className: '5A', rounds: [round], leftOut: new Set<string>() } as const;
    expect(sociogramFile(saved, { format: 'svg', view: 'network', criterion: 'sit-beside' })).toBeNull();
  });

  test('P8: has no trace of a hidden pupil, whose ties are gone and who is not counted', () => {
    const hidden = 'Abdirahman Mohammed';
    const file = fileOf({}, { leftOut: new Set([idOf(hidden)]) });
    const text = everyText(file);
    expect(/Abdirahman|00000000-/.test(text)).toBe(false);
    expect(text.includes('7 av 8 elever svarte')).toBe(true);
    expect(file.pupils).toHaveLength(labels.length - 1);
    expect(file.ties).toHaveLength(fileOf().ties.length - 3);
    expect(file.pupils.find(({ label }) => label === '@Cecilie')?.given).toBe(0);
    expect(/skjult|hidden|alias|skjerm/i.test(text)).toBe(false);
  });

  test('without names has none anywhere, but the same number for a pupil in all files of the round', () => {
    const file = fileOf({ names: 'hidden' });
    const text = everyText(file);
    for (const label of labels) expect(text.includes(label), label).toBe(false);
    expect(text.includes('00000000-')).toBe(false);
    const numbers = file.pupils.map(({ label }) => label);
    expect(numbers).toEqual(labels.map((_, at) => `Elev ${at + 1}`));
    const numberOf = (made: typeof file, id: string) =>
      made.pupils.find(({ pupilId }) => pupilId === id)?.label;
    const ids = round.pupils.map(({ pupilId }) => pupilId);
    const other = fileOf({ names: 'hidden', criterion: 'work', view: 'target' });
    for (const id of ids) expect(numberOf(other, id)).toBe(numberOf(file, id));
    // Neither the list's order nor that of another round.
    expect(ids.map((id) => numberOf(file, id))).not.toEqual(numbers);
    const next = { ...round, sitting: { ...round.sitting, sittingId: 'next' } };
    const later = fileOf({ names: 'hidden' }, { rounds: [next] });
    expect(ids.map((id) => numberOf(later, id))).not.toEqual(ids.map((id) => numberOf(file, id)));
  });

  test('is called after class, question, day and how many answered, in letters any system takes', () => {
    const name = fileName(fileOf({ criterion: 'recess' }, { className: '5 Ærø' }), '-valg.csv');
    expect(name).toBe('sosiogram-5-aero-friminutt-2026-11-24-8-av-9-svarte-valg.csv');
  });
});
