import { describe, expect, it } from 'vitest';
import { tiesInWords, tiesOf } from './pupil-ties.ts';
import type { AnsweredSociogram } from './shown-network.ts';
import { shownNetwork } from './shown-network.ts';
import { tieShape } from './tie-path.ts';

const criterion = (criterionId: string, ...pairs: readonly string[]) => ({
  criterionId,
  choices: pairs.map((pair) => ({ from: pair.charAt(0), to: pair.charAt(1) })),
});
const sociogram: AnsweredSociogram = {
  pupils: [
    { pupilId: 'a', label: 'Ada', responded: true },
    { pupilId: 'b', label: 'Bo', responded: true },
    { pupilId: 'c', label: 'Cecilie', responded: true },
    { pupilId: 'd', label: 'David', responded: false },
  ],
  criteria: [criterion('recess', 'ab', 'ba', 'cd'), criterion('work', 'ab', 'ac')],
  givenOutside: [
    { criterionId: 'recess', pupilId: 'c', count: 2 },
    { criterionId: null, pupilId: 'c', count: 2 },
    { criterionId: null, pupilId: 'b', count: 1 },
  ],
};

describe('the network shown', () => {
  it('counts a choice once over all criteria', () => {
    const { choices, pupils } = shownNetwork(sociogram, null);
    expect(choices).toHaveLength(4);
    expect(pupils[0]).toMatchObject({ received: 1, given: 2, mutual: 1 });
  });

  it('shows one criterion alone', () => {
    expect(shownNetwork(sociogram, 'work').choices).toHaveLength(2);
  });

  it('counts who chose outside the class, on the criterion and over all', () => {
    const outside = (criterionId: string | null) =>
      shownNetwork(sociogram, criterionId).pupils.map(({ givenOutside }) => givenOutside);
    expect([outside('recess'), outside('work'), outside(null)]).toEqual([
      [0, 0, 2, 0],
      [0, 0, 0, 0],
      [0, 1, 2, 0],
    ]);
  });

  it('says nothing of the choices of a pupil who has not answered', () => {
    expect(shownNetwork(sociogram, null).pupils[3]).toMatchObject({ received: 1, given: null, mutual: null });
  });
});

describe('the ties of a pupil', () => {
  const network = shownNetwork(sociogram, null);

  it('are mutual, chosen or chosen by, each classmate in one of them', () => {
    expect(tiesOf(network, 'a')).toEqual({ mutual: ['b'], chose: ['c'], chosenBy: [] });
  });

  it('are told in words with how many they rest on', () => {
    expect(tiesInWords(network, 'a')).toEqual([
      'Valgt av 1 av 2 som svarte.',
      'Gjensidig med Bo.',
      'Valgte også Cecilie.',
    ]);
  });

  it('are told as unknown for a pupil who has not answered', () => {
    expect(tiesInWords(network, 'd')).toEqual([
      'Valgt av 1 av 3 som svarte.',
      'Valgt av Cecilie.',
      'David har ikke svart, så egne valg er ikke kjent.',
    ]);
  });
});

describe('the line of a tie', () => {
  const from = { x: 0, y: 0 };
  const to = { x: 100, y: 0 };

  it('runs from edge to edge without an arrowhead when mutual', () => {
    expect(tieShape({ from: 'a', to: 'b', mutual: true, control: null }, from, to, 10)).toEqual({
      line: 'M10 0L90 0',
      head: null,
    });
  });

  it('ends in an arrowhead that stops short of the circle when one-way', () => {
    const shape = tieShape({ from: 'a', to: 'b', mutual: false, control: null }, from, to, 10);
    expect(shape).toEqual({ line: 'M10 0L79 0', head: 'M88 0L77 5L77 -5Z' });
  });

  it('leaves and arrives along the control point when curved', () => {
    const shape = tieShape(
      { from: 'a', to: 'b', mutual: true, control: { x: 0, y: 50 } },
      from,
      { x: 50, y: 50 },
      10,
    );
    expect(shape.line).toBe('M0 10Q0 50 40 50');
  });
});
