import type { ExpectedByOthers } from './expected-by-others.ts';
import { fewestOthers } from './expected-by-others.ts';

export type WordsOfScale = {
  /** A value as it is written, and what follows it, as «2,4» and « valg». */
  readonly value: (value: number) => string;
  readonly unit: string;
  /** Whom the others are like, as «elever med like få valg». */
  readonly alike: string;
};

/**
 * What the others of the class suggest, in words: an expectation with its width, and never whether a measure worked. Where a
 * measure lies within, that is said as well, since the eye reads a rise as an effect.
 */
export function expectedInWords(
  expected: ExpectedByOthers | null,
  after: number | null,
  { value, unit, alike }: WordsOfScale,
): readonly string[] {
  if (expected === null)
    return [
      `Færre enn ${String(fewestOthers)} andre elever å sammenligne med, eller alle begynte likt. Da vet vi ikke hva som hadde skjedd uten tiltak.`,
    ];
  const { expected: middle, low, high, asLow, others } = expected;
  const line = `Ut fra de ${String(others)} andre i klassen får ${alike} i snitt ${value(middle)}${unit} neste gang, uten dette tiltaket. De fleste havner mellom ${value(low)} og ${value(high)}${unit}.`;
  const far = asLow === 0 ? ['Ingen av de andre begynte så lavt, så tallet er usikkert.'] : [];
  if (after === null) return [line, ...far];
  const within = after >= low - 1e-9 && after <= high + 1e-9;
  const seen = within
    ? 'Det vi ser, er innenfor det som også hender uten tiltak.'
    : `Det vi ser, er ${after > high ? 'høyere' : 'lavere'} enn det som vanligvis hender. Hva det kommer av, sier tallet ikke.`;
  return [line, ...far, seen];
}
