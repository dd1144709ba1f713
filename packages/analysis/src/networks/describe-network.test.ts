import { describe, expect, it } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { cleanNetwork } from './clean-network.ts';
import { describeNetwork } from './describe-network.ts';
import { digraphOf } from './digraph.ts';

const choice = (pair: string): { from: string; to: string } => {
  const [from = '', to = ''] = pair.split('>');
  return { from, to };
};

// Ada, Bo and Cleo all chose each other, Cleo and Dag too. Eli chose Finn, who was absent.
const smallClass: ChoiceNetwork = {
  roster: ['finn', 'eli', 'dag', 'cleo', 'bo', 'ada'],
  respondents: ['ada', 'bo', 'cleo', 'dag', 'eli'],
  choices: [
    'ada>bo',
    'bo>ada',
    'bo>cleo',
    'cleo>bo',
    'ada>cleo',
    'cleo>ada',
    'cleo>dag',
    'dag>cleo',
    'eli>finn',
    'eli>eli',
    'eli>finn',
    'finn>ada',
    'ada>stranger',
  ].map(choice),
};

describe('cleaning', () => {
  it('leaves out what cannot be a choice in the class and counts it by reason', () => {
    const { network, dropped } = cleanNetwork(smallClass);
    expect(dropped).toEqual({ outsideRoster: 1, byNonRespondent: 1, self: 1, duplicate: 1 });
    expect(network.choices).toHaveLength(9);
    expect(cleanNetwork(network)).toEqual({
      network,
      dropped: { outsideRoster: 0, byNonRespondent: 0, self: 0, duplicate: 0 },
    });
  });

  it('ignores respondents outside the roster and repeated ids', () => {
    const { network } = cleanNetwork({ roster: ['a', 'a', 'b'], respondents: ['b', 'b', 'c'], choices: [] });
    expect(network).toEqual({ roster: ['a', 'b'], respondents: ['b'], choices: [] });
  });
});

// Worked by hand.
describe('a class of six with one absent', () => {
  const { class: figures, pupils, ties } = describeNetwork(smallClass);
  const pupil = (id: string) => pupils.find(({ pupilId }) => pupilId === id) ?? expect.fail(`no ${id}`);

  it('counts pupils, choices, pairs and triples', () => {
    expect(figures).toMatchObject({ n: 6, respondents: 5, choices: 9, density: 0.3, observedDensity: 0.36 });
    expect(figures.participation).toBeCloseTo(5 / 6, 12);
    expect(figures.dyadCensus).toEqual({ mutual: 4, asymmetric: 1, null: 10 });
    const triples = Object.entries(figures.triadCensus).filter(([, count]) => count > 0);
    expect(Object.fromEntries(triples)).toEqual({ '003': 4, '012': 4, '102': 9, '201': 2, '300': 1 });
    expect(figures.receivedDistribution).toEqual([1, 2, 2, 1]);
  });

  it('does not count a choice of an absent pupil against reciprocity among those who answered', () => {
    expect(figures.reciprocity.edgewise).toBeCloseTo(8 / 9, 12);
    expect(figures.reciprocity.dyadic).toBeCloseTo(4 / 5, 12);
    expect(figures.reciprocity.edgewiseAmongRespondents).toBe(1);
    expect(figures.katzPowell).toBe(1);
  });

  it('measures transitivity and centralisation', () => {
    expect(figures.transitivity).toEqual({
      directedWeak: 0.6,
      transitiveTriples: 6,
      twoPaths: 10,
      undirectedMutual: 0.6,
    });
    expect(figures.centralization).toEqual({ indegree: 0.36, outdegree: 0.3, betweenness: 0.2 });
  });

  it('finds components, cliques, bridges and cut points of the mutual ties', () => {
    expect(figures.weakComponentSizes).toEqual([4, 2]);
    expect(figures.strongComponentSizes).toEqual([4, 1, 1]);
    expect(figures.mutualComponentSizes).toEqual([4, 1, 1]);
    expect(ties).toEqual({
      mutualPairs: [
        ['ada', 'bo'],
        ['ada', 'cleo'],
        ['bo', 'cleo'],
        ['cleo', 'dag'],
      ],
      mutualCliques: [['ada', 'bo', 'cleo']],
      bridges: [['cleo', 'dag']],
    });
    expect(pupils.map(({ coreNumber }) => coreNumber)).toEqual([2, 2, 2, 1, 0, 0]);
    expect(pupils.map(({ articulationPoint }) => articulationPoint)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(pupils.map(({ betweenness }) => betweenness)).toEqual([0, 0, 4, 0, 0, 0]);
  });

  it('lists the pupils by id, with those who could have chosen each', () => {
    expect(pupils.map(({ pupilId }) => pupilId)).toEqual(['ada', 'bo', 'cleo', 'dag', 'eli', 'finn']);
    expect(pupil('cleo')).toMatchObject({
      received: 3,
      possible: 4,
      receivedShare: 0.75,
      given: 3,
      mutual: 3,
    });
    expect(pupil('finn')).toMatchObject({ received: 1, possible: 5, receivedShare: 0.2 });
  });

  it('leaves unknown what the absent pupil would have chosen', () => {
    expect(pupil('finn')).toMatchObject({ given: null, mutual: null, isolate: false, withoutMutual: null });
    expect(pupil('eli')).toMatchObject({ given: 1, mutual: 0, unchosen: true, isolate: false });
    expect(pupil('eli').withoutMutual).toBeNull();
    expect(figures).toMatchObject({ unchosenCount: 1, isolateCount: 0, withoutMutualCount: 0 });
  });

  it('knows of an absent pupil without a mutual tie only when nobody chose the pupil and all others answered', () => {
    const withoutMutual = (pairs: readonly string[], respondents: readonly string[]) =>
      describeNetwork({ roster: ['a', 'b', 'c'], respondents, choices: pairs.map(choice) }).pupils.at(2)
        ?.withoutMutual;
    expect(withoutMutual(['a>b'], ['a', 'b'])).toBe(true);
    expect(withoutMutual(['a>c'], ['a', 'b'])).toBeNull();
    expect(withoutMutual(['a>b'], ['a'])).toBeNull();
    expect(withoutMutual(['a>c'], ['a'])).toBeNull();
  });

  it('keeps unchosen, isolated and without mutual tie apart', () => {
    const everyone = { ...smallClass, respondents: smallClass.roster };
    const answered = describeNetwork({ ...everyone, choices: ['ada>bo', 'cleo>ada'].map(choice) });
    expect(answered.class).toMatchObject({ unchosenCount: 4, isolateCount: 3, withoutMutualCount: 6 });
    expect(answered.class.gaveNoneCount).toBe(4);
  });
});

describe('subgroups and shares', () => {
  it('are counted from two pupils up, and of all others in the class', () => {
    const pairs = ['a>b', 'b>a', 'c>d', 'd>c', 'e>a'].map(choice);
    const roster = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { class: figures } = describeNetwork({
      roster,
      respondents: ['a', 'b', 'c', 'd', 'e'],
      choices: pairs,
    });
    expect(figures.subgroupCount).toBe(2);
    expect(figures.observedDensity).toBe(5 / (5 * 5));
    expect(figures.receivedDistribution).toEqual([2, 3, 1]);
  });
});

describe('a network that was not cleaned', () => {
  it.each(['a>x', 'x>a', 'x>y'])('has no graph: %s', (pair) => {
    const network = { roster: ['a', 'b'], respondents: ['a', 'b'], choices: [choice(pair)] };
    expect(() => digraphOf(network)).toThrow(new RangeError('a choice has an end outside the roster'));
  });
});

describe('a network too small for a measure', () => {
  it('has no pupils and nulls for an empty roster', () => {
    const { class: figures, pupils } = describeNetwork({ roster: [], respondents: [], choices: [] });
    expect(pupils).toEqual([]);
    expect(figures).toMatchObject({
      n: 0,
      participation: null,
      density: null,
      katzPowell: null,
      modularity: null,
    });
    expect(figures.dyadCensus).toEqual({ mutual: 0, asymmetric: 0, null: 0 });
  });

  it('says of a pupil nobody could have chosen that it is unknown whether the pupil was', () => {
    const absent = describeNetwork({ roster: ['a', 'b'], respondents: [], choices: [] });
    expect(absent.pupils[0]).toMatchObject({
      possible: 0,
      receivedShare: null,
      unchosen: null,
      isolate: null,
    });
    expect(absent.class.unchosenCount).toBe(0);
    const alone = describeNetwork({ roster: ['a'], respondents: ['a'], choices: [] });
    expect(alone.pupils[0]).toMatchObject({ possible: 0, unchosen: null, given: 0 });
  });
});
