import { afterAll, describe, expect, test } from 'vitest';
import { openFolder } from './run-analyse.fixture.ts';

const folder = openFolder();
afterAll(() => folder.remove());

const edges = (header: string, ...rows: readonly string[]): string => [header, ...rows, ''].join('\n');
const plain = edges('source,target', 'a,b', 'b,a', 'b,c', 'c,d');
const asked = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
folder.write('plain.csv', plain);
folder.write('roster.csv', edges('id,name,team', 'd,Dina,x', 'a,Ali,x', 'b,Bo,y', 'c,Cia,y', 'e,Eva,y'));

/** In round 1 and 2 each of ten chooses the two next to it, but nobody chooses j. */
const rounds = [1, 2].flatMap((wave) =>
  ['recess', 'work'].flatMap((relation) =>
    asked.flatMap((from, i) =>
      [1, 2].map((step) => `${from},${asked.slice(0, 9)[(i + step) % 9]},${wave},${relation}`),
    ),
  ),
);
folder.write('rounds.csv', edges('source,target,wave,relation', ...rounds));

const printed = async (...args: readonly string[]) => {
  const { code, out, faults } = await folder.analyse(...args);
  expect(code, faults).toBe(0);
  return JSON.parse(out) as Record<string, unknown>; // looked into by the test
};

describe('analyse', () => {
  test('network prints measures that follow the order of the roster', async () => {
    const network = await printed('network', '--edges', 'plain.csv', '--roster', 'roster.csv');
    expect(network).toMatchObject({
      n: 5,
      m: 4,
      nodes: ['d', 'a', 'b', 'c', 'e'],
      density: 0.2,
      indegree: [1, 1, 1, 1, 0],
      outdegree: [0, 1, 2, 1, 0],
      dyadCensus: { M: 1, A: 2, N: 7 },
      mutualPairs: [['a', 'b']],
      isolates: { indegree0: ['e'], outdegree0: ['d', 'e'], inAndOut0: ['e'], noMutual: ['d', 'c', 'e'] },
      weakComponents: [4, 1],
    });
  });

  test('network --undirected reads each row both ways', async () => {
    folder.write('triangle.csv', edges('source,target', '10,9', '9,2', '2,10', '2,1'));
    const network = await printed('network', '--edges', 'triangle.csv', '--undirected');
    expect(network).toMatchObject({
      directed: false,
      nodes: ['1', '2', '9', '10'],
      m: 4,
      degree: [1, 3, 2, 2],
      transitivity: 0.6,
      cliques3plus: [['10', '2', '9']],
      articulationPoints: ['2'],
    });
  });

  test('status reads likes and dislikes by their relations', async () => {
    const likes = asked.slice(1, 7).map((from) => `${from},a,like`);
    const dislikes = asked.slice(0, 7).map((from) => `${from},j,dislike`);
    folder.write('both.csv', edges('source,target,relation', ...likes, ...dislikes));
    folder.write('class.csv', edges('id', ...asked));
    const given = [
      '--edges',
      'both.csv',
      '--roster',
      'class.csv',
      '--likes',
      'like',
      '--dislikes',
      'dislike',
    ];
    const status = await printed('status', ...given);
    expect(status).toMatchObject({ method: 'coie-dodge-1983', LM: [6, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
    expect(status['status']).toMatchObject({ a: 'popular', j: 'rejected', b: 'average' });
    const nb = await printed('status', ...given, '--method', 'newcomb-bukowski');
    expect(nb['result']).toMatchObject({ a: { LM: 6, n: 9, status: 'popular' } });
  });

  test('status reads ratings', async () => {
    const rows = asked.flatMap((from) =>
      asked.filter((to) => to !== from).map((to) => `${from},${to},${to === 'a' ? 5 : to === 'j' ? 1 : 3}`),
    );
    folder.write('ratings.csv', edges('rater,ratee,rating', ...rows));
    const status = await printed('status', '--ratings', 'ratings.csv', '--scale', '1-5');
    expect(status).toMatchObject({ method: 'maassen-landsheer', scale: { lowest: 1, highest: 5 } });
    // b has no impact at all, which has probability (7/9)⁹ = .104.
    expect(status['status']).toMatchObject({ a: 'popular', j: 'rejected', b: 'average' });
    const fromRatings = ['--ratings', 'ratings.csv', '--scale', '1-5', '--method', 'coie-dodge-1982'];
    expect((await printed('status', ...fromRatings))['status']).toMatchObject({
      a: 'popular',
      j: 'rejected',
    });
    folder.write('liked.csv', edges('source,target,relation', 'b,a,like', 'c,a,like'));
    const asherDodge = ['--ratings', 'ratings.csv', '--edges', 'liked.csv', '--likes', 'like'];
    const both = await printed('status', ...asherDodge, '--method', 'asher-dodge');
    expect(both).toMatchObject({ LM: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0], LL: [0, 0, 0, 0, 0, 0, 0, 0, 0, 9] });
  });

  test('signals compares the last round with those before it, and says why in the language asked for', async () => {
    const found = await printed(
      ...[
        'signals',
        '--edges',
        'rounds.csv',
        '--relation',
        'recess,work',
        '--language',
        'en',
        '--draws',
        '200',
      ],
    );
    expect(found).toMatchObject({ wave: '2', earlierWaves: ['1'], classSize: 10, answered: 10 });
    const signals = found['signals'] as readonly { pupilId: string; sentences: { evidence: string[] } }[]; // as printed
    expect(signals.map((signal) => signal.pupilId)).toEqual(['j']);
    expect(signals[0]?.sentences.evidence.join(' ')).toMatch(/Chosen|chosen/);
    const first = [
      'signals',
      '--edges',
      'rounds.csv',
      '--relation',
      'recess',
      '--wave',
      '1',
      '--draws',
      '200',
    ];
    const before = await printed(...first);
    expect(before).toMatchObject({ wave: '1', earlierWaves: [] });
    expect(JSON.stringify(before['signals'])).not.toContain('Chosen');
  });

  test('layout prints places, names and lines that do not overlap', async () => {
    const layout = await printed(
      'layout',
      '--edges',
      'plain.csv',
      '--roster',
      'roster.csv',
      '--width',
      '600',
    );
    expect(layout).toMatchObject({ width: 600, height: 750, crossings: 0, overlaps: 0, outside: 0 });
    const [node] = layout['nodes'] as readonly { id: string; label: object }[]; // as printed
    expect(node).toMatchObject({ id: 'a', r: 14, label: { text: 'Ali', width: 21, height: 14 } });
    expect(Object.keys(node ?? {})).toEqual(['id', 'x', 'y', 'r', 'label']);
    const lines = layout['edges'] as readonly { source: string; target: string; mutual: boolean }[]; // as printed
    expect(lines.map(({ source, target, mutual }) => [source, target, mutual])).toEqual([
      ['a', 'b', true],
      ['b', 'c', false],
      ['c', 'd', false],
    ]);
  });

  test('groups keeps pairs apart and together, and explains what cannot be kept', async () => {
    const given = [
      'groups',
      '--edges',
      'rounds.csv',
      '--wave',
      '2',
      '--relation',
      'recess',
      '--relation',
      'work',
    ];
    const proposed = await printed(...given, '--sizes', '5,5', '--apart', 'a,b', '--together', 'c,j');
    const groups = proposed['groups'] as readonly string[][]; // as printed
    expect(groups.map((group) => group.length)).toEqual([5, 5]);
    expect(groups.some((group) => group.includes('a') && group.includes('b'))).toBe(false);
    expect(groups.some((group) => group.includes('c') && group.includes('j'))).toBe(true);
    const impossible = await printed(...given, '--size', '5', '--apart', 'a,b', '--together', 'a,b');
    expect(impossible).toMatchObject({ outcome: 'contradiction', conflict: { minimal: true } });
  });

  test('as a process, tells what was left out, a line each, beside the result', async () => {
    folder.write('self.csv', edges('source,target', 'a,a', 'a,b', 'a,b'));
    const { code, out, faults } = await folder.run('network', '--edges', 'self.csv');
    expect(JSON.parse(out)).toMatchObject({ m: 1 });
    expect([code, faults]).toEqual([0, '1 valg av seg selv er tatt ut.\n1 gjentatte valg er tatt ut.\n']);
  });

  test('says how it is used', async () => {
    for (const args of [[], ['--help'], ['-h'], ['help']]) {
      const { code, out, faults } = await folder.analyse(...args);
      expect([code, faults]).toEqual([0, '']);
      for (const word of ['network', 'status', 'signals', 'layout', 'groups']) expect(out).toContain(word);
    }
    const each = [
      ...(['network', 'status', 'signals'] as const).map((name) => [name, '--respondents'] as const),
      ...(['layout', 'groups'] as const).map((name) => [name, '--undirected'] as const),
    ];
    for (const [name, option] of each) {
      const { code, out, faults } = await folder.analyse(name, '--help');
      expect([code, faults]).toEqual([0, '']);
      for (const word of [`npm run -s analyse -- ${name}`, '--edges FIL', option])
        expect(out).toContain(word);
    }
  });

  test('as a process, ends with 2, one line and nothing printed when a file cannot be used', async () => {
    folder.write('weights.csv', edges('source,target,weight', 'a,b,1', 'a,c,two'));
    const { code, out, faults } = await folder.run('network', '--edges', 'weights.csv', '--min-weight', '1');
    expect([code, out]).toEqual([2, '']);
    expect(faults).toBe('weights.csv, rad 3: «two» er ikke et tall.\n');
  });
});
