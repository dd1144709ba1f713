import { describe, expect, it } from 'vitest';
import { choiceMatrix } from './choice-matrix.ts';
import type { ShownNetwork } from '@samhold/analysis';

/** a and b choose each other, c chooses a, and d has not answered. */
const network: ShownNetwork = {
  respondents: 3,
  choices: [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
    { from: 'c', to: 'a' },
  ],
  pupils: ['d', 'c', 'b', 'a'].map((pupilId) => ({
    pupilId,
    label: pupilId.toUpperCase(),
    responded: pupilId !== 'd',
    received: 0,
    given: null,
    mutual: null,
    givenOutside: 0,
  })),
};
const drawn = (mutualOnly: boolean) =>
  choiceMatrix(network, mutualOnly).rows.map(({ pupil, beginsGroup, marks }) => [
    `${beginsGroup ? '|' : ''}${pupil.label}`,
    marks?.map((mark) => (mark === null ? '.' : mark === 'mutual' ? 'x' : 'o')).join('') ?? null,
  ]);

describe('the matrix of choices', () => {
  it('has those who choose each other first and side by side, rows as columns', () => {
    const { columns, rows } = choiceMatrix(network, false);
    expect(columns.map(({ label }) => label)).toEqual(['A', 'B', 'C', 'D']);
    expect(rows.map(({ pupil }) => pupil)).toEqual(columns);
  });

  it('tells mutual choices from those that go one way, and nothing of who has not answered', () => {
    expect(drawn(false)).toEqual([
      ['|A', '.x..'],
      ['B', 'x...'],
      ['|C', 'o...'],
      ['D', null],
    ]);
  });

  it('leaves out the choices that go one way when asked to', () => {
    expect(drawn(true).map(([, marks]) => marks)).toEqual(['.x..', 'x...', '....', null]);
  });
});
