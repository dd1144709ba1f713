import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Row } from '../networks/reference-graph.fixture.ts';
import { coieDodgeStatus, type CoieDodgeOptions } from './coie-dodge.ts';
import { newcombBukowskiStatus } from './newcomb-bukowski.ts';
import { rareScores } from './rare-scores.ts';
import { inputOf, type ReferenceGroup } from './reference-statuses.fixture.ts';

// Statuses of published groups, by an independent implementation; see SOURCES.md beside them.
const folder = fileURLToPath(new URL('../../../../../shared/reference/sociometry/', import.meta.url));
const present = existsSync(`${folder}status.json`);
if (!present) console.warn('reference statuses absent: the tests against them are skipped');

const rows = new Map<string, readonly Row[]>();
const rowsOf = (file: string): readonly Row[] => {
  const known = rows.get(file);
  if (known !== undefined) return known;
  const [head = [], ...lines] = readFileSync(`${folder}data/${file}`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((field) => field.replace(/^"|"$/g, '')));
  const read = lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at] ?? ''])));
  rows.set(file, read);
  return read;
};

const groups: Readonly<Record<string, ReferenceGroup>> = present
  ? // The shape is asserted by the tests.
    (JSON.parse(readFileSync(`${folder}status.json`, 'utf8')) as { groups: Record<string, ReferenceGroup> })
      .groups
  : {};
const cases = Object.entries(groups).flatMap(([name, group]) => {
  const input = inputOf(name, group, rowsOf);
  return input === null ? [] : [{ name, group, input }];
});

const optionsOf = (variant: string): Required<CoieDodgeOptions> => {
  const [version, deviation, received, scores] = variant.split('|');
  return {
    version: version === 'cdc82' ? 1982 : 1983,
    deviation: deviation === 'sample' ? 'sample' : 'population',
    received: received === 'count' ? 'count' : 'share',
    scores: scores === 'raw' ? 'raw' : 'restandardised',
  };
};

describe.skipIf(!present)('status in published groups', () => {
  it('is read for every group whose answers are there', () => {
    expect(cases).toHaveLength(Object.keys(groups).length - 1);
  });

  it.each(cases)('$name: received likes and dislikes are counted alike', ({ group, input }) => {
    const { pupils } = coieDodgeStatus(input);
    const place = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]));
    const inOrder = group.roster.map((id) => place.get(String(id)));
    expect(inOrder.map((pupil) => pupil?.liked)).toEqual(group.LM);
    expect(inOrder.map((pupil) => pupil?.disliked)).toEqual(group.LL);
  });

  it.each(cases)('$name: every variant of Coie and Dodge agrees, pupil by pupil', ({ group, input }) => {
    for (const [variant, expected] of Object.entries(group.cd)) {
      const { pupils } = coieDodgeStatus(input, optionsOf(variant));
      const found = Object.fromEntries(pupils.map(({ pupilId, status }) => [pupilId, status]));
      expect(found, variant).toEqual(expected.status);
      const place = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]));
      group.roster.forEach((id, at) => {
        const pupil = place.get(String(id));
        if (expected.zLM !== undefined) expect(pupil?.zLiked).toBeCloseTo(expected.zLM[at] ?? NaN, 8);
        if (expected.zLL !== undefined) expect(pupil?.zDisliked).toBeCloseTo(expected.zLL[at] ?? NaN, 8);
        if (expected.SP !== undefined) expect(pupil?.preference).toBeCloseTo(expected.SP[at] ?? NaN, 8);
        if (expected.SI !== undefined) expect(pupil?.impact).toBeCloseTo(expected.SI[at] ?? NaN, 8);
      });
    }
  });

  it.each(cases)('$name: Newcomb and Bukowski agree, pupil by pupil', ({ group, input }) => {
    for (const [variant, expected] of Object.entries(group.nb)) {
      const alpha = Number(variant.split('|')[1]);
      const atMean = new Map(
        newcombBukowskiStatus(input, { alpha, meanCountsAsHigh: true }).pupils.map((pupil) => [
          pupil.pupilId,
          pupil.status,
        ]),
      );
      const { pupils } = newcombBukowskiStatus(input, { alpha });
      expect(pupils).toHaveLength(group.roster.length);
      for (const pupil of pupils) {
        const wanted = expected[pupil.pupilId];
        if (typeof wanted === 'string') {
          expect(pupil.status, `${variant} ${pupil.pupilId}`).toBe(wanted);
          continue;
        }
        expect([pupil.status, atMean.get(pupil.pupilId)], `${variant} ${pupil.pupilId}`).toEqual([
          wanted?.status,
          wanted?.statusAtOrAboveMean,
        ]);
        expect(pupil.couldBeNamed).toBe(wanted?.n);
        expect(pupil.expectedLiked).toBeCloseTo(wanted?.expLM ?? NaN, 8);
        expect(pupil.expectedDisliked).toBeCloseTo(wanted?.expLL ?? NaN, 8);
        expect(pupil.tailLiked).toBeCloseTo(wanted?.pUpperLM ?? NaN, 8);
        expect(pupil.tailDisliked).toBeCloseTo(wanted?.pUpperLL ?? NaN, 8);
        expect(pupil.tailImpact).toBeCloseTo(wanted?.pLowerSI ?? NaN, 8);
      }
    }
  });
});

type Cutoffs = Readonly<Record<'classSize' | 'k', number>> &
  Readonly<Record<'hi05' | 'hi025' | 'lo05' | 'siLo05' | 'siLo025' | 'siHi05', number | null>>;

describe.skipIf(!present)('limits of rare scores', () => {
  const tables: readonly Cutoffs[] = present
    ? // The shape is asserted below.
      Object.values(
        JSON.parse(readFileSync(`${folder}nb-cutoffs.json`, 'utf8')) as Record<string, Cutoffs[]>,
      ).flat()
    : [];

  it('are those of the published method for every class size and number of choices', () => {
    expect(tables.length).toBeGreaterThan(100);
    for (const { classSize, k, ...limits } of tables) {
      const [at05, at025] = [rareScores(classSize, k, 0.05), rareScores(classSize, k, 0.025)];
      expect({
        hi05: at05.many,
        hi025: at025.many,
        lo05: at05.few,
        siLo05: at05.littleImpact,
        siLo025: at025.littleImpact,
        siHi05: at05.muchImpact,
      }).toMatchObject({
        hi05: limits.hi05,
        hi025: limits.hi025,
        lo05: limits.lo05,
        siLo05: limits.siLo05,
        siLo025: limits.siLo025,
        siHi05: limits.siHi05,
      });
    }
  });
});
