import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeNetwork } from './describe-network.ts';
import { unionOfCriteria } from './union-of-criteria.ts';

const ties = (...pairs: string[]) => pairs.map(([from = '', to = '']) => ({ from, to }));
const roster = ['c', 'b', 'a', 'd'];
const work = { roster, respondents: ['a', 'b'], choices: ties('ab', 'ba', 'ac', 'aa', 'da') };
const play = { roster, respondents: ['a', 'c'], choices: ties('ab', 'ca', 'ab') };

describe('the union of criteria', () => {
  const union = unionOfCriteria([work, play]);

  it('counts for each choice the criteria it was made on and those the chooser answered', () => {
    expect(union.choices).toEqual([
      { from: 'a', to: 'b', criteria: 2, answered: 2 },
      { from: 'a', to: 'c', criteria: 1, answered: 2 },
      { from: 'b', to: 'a', criteria: 1, answered: 1 },
      { from: 'c', to: 'a', criteria: 1, answered: 1 },
    ]);
  });

  it('has everybody who answered any criterion, and what cleaning left out of each', () => {
    expect(union.roster).toEqual(['a', 'b', 'c', 'd']);
    expect(union.respondents).toEqual(['a', 'b', 'c']);
    expect(union.dropped).toEqual({ outsideRoster: 0, byNonRespondent: 1, self: 1, duplicate: 1 });
  });

  it('adds up what was left out of each, and sorts the roster whichever criterion names a pupil', () => {
    const more = { roster: ['e', 'aa'], respondents: ['e'], choices: ties('ee', 'ee', 'ex', 'ye') };
    const both = unionOfCriteria([more, play, work]);
    expect(both.dropped).toEqual({ outsideRoster: 2, byNonRespondent: 1, self: 3, duplicate: 1 });
    expect(both.roster).toEqual(['a', 'aa', 'b', 'c', 'd', 'e']);
  });

  it('is described like a network of one criterion', () => {
    const { class: figures, pupils } = describeNetwork(union);
    expect(figures).toMatchObject({ n: 4, respondents: 3, choices: 4, dyadCensus: { mutual: 2 } });
    // b and c are tied both ways only across criteria.
    expect(pupils.map((pupil) => pupil.mutual)).toEqual([2, 1, 1, null]);
    expect(pupils.map((pupil) => pupil.received)).toEqual([2, 1, 1, 0]);
  });

  it('is empty without criteria', () => {
    expect(unionOfCriteria([])).toMatchObject({ roster: [], respondents: [], choices: [] });
  });

  it('does not depend on the order of criteria, keeps every choice, and of one criterion is that criterion', () => {
    const id = fc.constantFrom(...roster);
    const criterion = fc.record({
      roster: fc.constant(roster),
      respondents: fc.subarray(roster),
      choices: fc.array(fc.record({ from: id, to: id }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(fc.array(criterion, { maxLength: 4 }), criterion, (criteria, one) => {
        expect(unionOfCriteria([...criteria].reverse())).toEqual(unionOfCriteria(criteria));
        const kept = criteria.reduce((sum, each) => sum + describeNetwork(each).class.choices, 0);
        expect(unionOfCriteria(criteria).choices.reduce((sum, tie) => sum + tie.criteria, 0)).toBe(kept);
        const { dropped: _, ...alone } = describeNetwork(one).class;
        expect(describeNetwork(unionOfCriteria([one])).class).toMatchObject(alone);
      }),
      { seed: 4 },
    );
  });
});
