import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { detectSignals } from './detect-signals.ts';

const FOLDER = new URL('../../../../../shared/reference/sociometry/data/', import.meta.url);

const rows = (file: string): string[][] =>
  readFileSync(new URL(file, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map((field) => field.replaceAll('"', '')));

function wave(number: number): ChoiceNetwork {
  const there = rows('knecht.participation.csv').filter(
    ([, w, member]) => w === `${number}` && member === 'TRUE',
  );
  return {
    roster: there.map(([id]) => id ?? ''),
    respondents: there.filter(([, , , answered]) => answered === 'TRUE').map(([id]) => id ?? ''),
    choices: rows('knecht.edges.csv')
      .filter(([, , w]) => w === `${number}`)
      .map(([from, to]) => ({ from: from ?? '', to: to ?? '' })),
  };
}

/** Knecht's class over four waves (reference data, SOURCES.md); a guard, as no published signals exist. */
describe.skipIf(!existsSync(FOLDER))(
  'a real class over four waves (skipped without the reference data)',
  () => {
    const input = (now: number) => ({
      criteria: [{ criterionId: 'friend', network: wave(now) }],
      gaveNone: [],
      history: Array.from({ length: now - 1 }, (_, i) => ({
        criteria: [{ criterionId: 'friend', network: wave(now - 1 - i) }],
      })),
      seed: 12,
    });

    test.each([
      [1, 26, 26],
      [2, 26, 25],
      [3, 25, 23],
      [4, 25, 25],
    ])('wave %i: %i on the roster, %i answered, numbers finite and in range', (now, size, answered) => {
      const result = detectSignals(input(now));
      expect(result).toMatchObject({ classSize: size, answered, notComputed: null });
      expect(result.chance?.expected).toBeGreaterThanOrEqual(0);
      expect(result.chance?.expected).toBeLessThan(size / 4);
      for (const signal of result.signals) {
        expect(signal.absence?.absent).toBeLessThanOrEqual(size - answered);
        for (const piece of signal.evidence) {
          for (const value of Object.values(piece)) {
            if (typeof value === 'number') expect(Number.isFinite(value) && value >= 0).toBe(true);
          }
          if (piece.kind === 'received') expect(piece.couldChoose).toBeGreaterThanOrEqual(answered - 1);
          if ('probability' in piece) expect(piece.probability).toBeLessThanOrEqual(1);
        }
      }
    });

    test('every signal rests on what the table asks for: repeated, or very improbable', () => {
      for (const now of [1, 2, 3, 4]) {
        for (const { ruleId } of detectSignals(input(now)).signals) {
          expect([
            'unchosen-repeated-very-unlikely',
            'unchosen-repeated',
            'unchosen-very-unlikely',
          ]).toContain(ruleId);
        }
      }
    });
  },
);
