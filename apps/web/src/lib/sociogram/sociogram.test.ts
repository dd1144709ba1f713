import type { Sociogram } from '@samhold/contract';
import { describe, expect, it } from 'vitest';
import { tiesInWords, tiesOf } from './pupil-ties.ts';
import { shownNetwork } from './shown-network.ts';
import { sortPupils } from './sort-pupils.ts';
import { tieShape } from './tie-path.ts';

const figures = {
  respondents: 3,
  choices: 0,
  mutualPairs: 0,
  reciprocity: null,
  density: null,
  unchosen: 0,
  withoutMutual: 0,
  subgroups: 0,
};
const criterion = (criterionId: string, ...pairs: readonly string[]) => ({
  criterionId,
  choices: pairs.map((pair) => ({ from: pair.charAt(0), to: pair.charAt(1) })),
  pupils: [],
  figures,
});
const sociogram: Sociogram = {
  sitting: {
    sittingId: 's',
    roundId: 'r',
    kind: 'sociogram',
    name: 'Høst',
    state: 'closed',
    withClassCode: false,
    openedAt: '2026-11-01T08:00:00Z',
    closesAt: '2026-11-08T08:00:00Z',
    closedAt: '2026-11-02T08:00:00Z',
    listed: 4,
    responded: 3,
  },
  classId: 'c',
  className: '4A',
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
  earlier: [],
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

describe('the order of the table', () => {
  it('is by name, or from few received to many', () => {
    const { pupils } = shownNetwork(sociogram, null);
    expect(sortPupils(pupils, 'name').map(({ label }) => label)).toEqual(['Ada', 'Bo', 'Cecilie', 'David']);
    const work = shownNetwork(sociogram, 'work').pupils;
    expect(sortPupils(work, 'received').map(({ label }) => label)).toEqual(['Ada', 'David', 'Bo', 'Cecilie']);
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
