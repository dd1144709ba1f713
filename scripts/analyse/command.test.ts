import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { analyse } from './command.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'samhold-analyse-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const run = (...args: readonly string[]) => analyse(args, folder);
const jsonOf = (...args: readonly string[]): Record<string, unknown> => {
  const { code, output, messages } = run(...args);
  expect(code, messages.join(' ')).toBe(0);
  return JSON.parse(output) as Record<string, unknown>; // an object, whatever the subcommand
};

// A ring of four with one tie back: A → B → C → D → A, and B → A.
const ring = write('ring.csv', 'source,target\nA,B\nB,C\nC,D\nD,A\nB,A\n');

describe('network', () => {
  it('is described under the names that network packages use', () => {
    expect(jsonOf('network', '--edges', ring)).toMatchObject({
      n: 4,
      m: 5,
      nodes: ['A', 'B', 'C', 'D'],
      density: 5 / 12,
      indegree: [2, 1, 1, 1],
      outdegree: [1, 2, 1, 1],
      dyadCensus: { M: 1, A: 3, N: 2 },
      mutualPairs: [['A', 'B']],
      strongComponents: [4],
      isolates: { indegree0: [], outdegree0: [], inAndOut0: [], noMutual: ['C', 'D'] },
    });
  });

  it('follows the roster, and counts what an absent pupil would have chosen as unknown', () => {
    const roster = write('roster.csv', 'id\nD\nC\nB\nA\nE\n');
    const respondents = write('respondents.csv', 'id\nA\nB\nC\nD\n');
    const found = jsonOf('network', '--edges', ring, '--roster', roster, '--respondents', respondents);
    expect(found).toMatchObject({
      nodes: ['D', 'C', 'B', 'A', 'E'],
      outdegree: [1, 1, 2, 1, null],
      respondents: 4,
    });
  });

  it('reads one wave, one relation, and ties of some weight, both ways when asked', () => {
    const edges = write(
      'waves.csv',
      'source;target;wave;relation;weight\r\nA;B;1;play;3\r\nB;A;2;play;3\r\nA;C;1;work;3\r\nC;B;1;play;1\r\n',
    );
    const wish = ['--edges', edges, '--wave', '1', '--relation', 'play'];
    expect(jsonOf('network', ...wish)).toMatchObject({ m: 2 });
    expect(jsonOf('network', ...wish, '--min-weight', '2')).toMatchObject({ m: 1 });
    expect(jsonOf('network', ...wish, '--undirected')).toMatchObject({
      m: 4,
      dyadCensus: { M: 2, A: 0, N: 1 },
    });
  });

  it('describes the union of relations, and choices within and across a label', () => {
    const edges = write('union.csv', 'source,target,relation\nA,B,play\nA,C,work\nB,A,work\nC,A,other\n');
    const roster = write('labels.csv', 'id,klasse\nA,5A\nB,5A\nC,5B\n');
    const wish = ['network', '--edges', edges, '--roster', roster];
    expect(jsonOf(...wish, '--criteria', 'play,work', '--labels', 'klasse')).toMatchObject({
      m: 3,
      mutualPairs: [['A', 'B']],
      labels: {
        mixing: {
          labels: ['5A', '5B'],
          counts: [
            [2, 1],
            [0, 0],
          ],
        },
        choices: { eiIndex: -1 / 3 },
      },
    });
    expect(run('network', '--edges', edges, '--labels', 'klasse')).toMatchObject({ code: 2 });
  });

  it('says what was left out, apart from the result', () => {
    const edges = write('self.csv', '\uFEFF"source","target"\nA,A\nA,B\n\nA,B\n');
    const { output, messages } = run('network', '--edges', edges);
    expect(JSON.parse(output)).toMatchObject({ n: 2, m: 1, selfLoopsDropped: 1 });
    expect(messages).toEqual(['Tatt ut: 1 valg av seg selv, 1 gjentatte valg.']);
  });
});

describe('layout', () => {
  it('places every pupil with a label inside the frame, and nothing over another', () => {
    const { nodes, overlaps, crossings, stress } = jsonOf('layout', '--edges', ring);
    expect(nodes).toHaveLength(4);
    expect([overlaps, crossings, typeof stress]).toEqual([0, 0, 'number']);
  });
});

describe('signals', () => {
  // Nine choose the next two of a ring of nine; J chooses two and is chosen by nobody, in two waves and two relations.
  const ids = [...'ABCDEFGHI'];
  const lines = ['1', '2'].flatMap((wave) =>
    ['recess', 'work'].flatMap((relation) =>
      [
        ...ids.flatMap((id, at) => [1, 2, 3].map((step) => [id, ids[(at + step) % 9] ?? ''])),
        ['J', 'A'],
        ['J', 'B'],
      ].map(([from, to]) => `${from},${to},${wave},${relation}`),
    ),
  );
  const edges = write('rounds.csv', ['source,target,wave,relation', ...lines, ''].join('\n'));

  it('are found with their evidence, earlier waves as earlier rounds, and said in the language asked for', () => {
    const wish = ['signals', '--edges', edges, '--wave', '2', '--criteria', 'recess,work'];
    type Found = {
      readonly signals: readonly {
        readonly pupilId: string;
        readonly evidence: readonly { readonly kind: string }[];
        readonly sentences: { readonly evidence: readonly string[] };
      }[];
    };
    const { signals } = jsonOf(...wish) as Found; // what the subcommand prints
    expect(signals.map(({ pupilId }) => pupilId)).toEqual(['J']);
    expect(signals[0]?.evidence.map(({ kind }) => kind)).toContain('repeated');
    expect(signals[0]?.sentences.evidence.join(' ')).toContain('av 9');
    const english = jsonOf(...wish, '--language', 'en') as Found; // the same in another language
    expect(english.signals[0]?.sentences.evidence.join(' ')).toContain('of 9');
  });
});

describe('status', () => {
  it('is given by likes and dislikes, by each method', () => {
    const named = [...'ABCDEFGH'].flatMap((id) => [
      ...(id === 'H' ? [] : [`${id},H,like`]),
      ...(id === 'G' ? [] : [`${id},G,dislike`]),
    ]);
    const edges = write('named.csv', ['source,target,relation', ...named].join('\n'));
    for (const method of ['cd83', 'cdc82', 'nb83']) {
      const { pupils } = jsonOf('status', '--edges', edges, '--method', method) as {
        pupils: { pupilId: string; status: string }[];
      };
      expect(pupils.filter(({ status }) => status === 'popular').map(({ pupilId }) => pupilId)).toEqual([
        'H',
      ]);
      expect(pupils.filter(({ status }) => status === 'rejected').map(({ pupilId }) => pupilId)).toEqual([
        'G',
      ]);
    }
  });
});

describe('what cannot be used ends with 2 and one line that says file, row and reason', () => {
  it.each([
    ['a file that is not there', ['network', '--edges', 'no.csv'], 'no.csv kan ikke leses.'],
    ['an empty file', ['network', '--edges', write('empty.csv', '')], 'empty.csv er tom.'],
    [
      'a file in another encoding',
      ['network', '--edges', write('latin.csv', Uint8Array.of(0x73, 0xe5, 0x0a))],
      'UTF-8',
    ],
    [
      'a missing column',
      ['network', '--edges', write('column.csv', 'from,target\nA,B\n')],
      'rad 1: kolonnen «source»',
    ],
    [
      'a short row',
      ['network', '--edges', write('short.csv', 'source,target\nA,B\nC\n')],
      'short.csv, rad 3: 1 verdier',
    ],
    [
      'an empty end',
      ['network', '--edges', write('end.csv', 'source,target\nA,\n')],
      'end.csv, rad 2: source eller target',
    ],
    [
      'a quote without an end',
      ['network', '--edges', write('quote.csv', 'source,target\n"A,B\n')],
      'anførselstegnene',
    ],
    [
      'a weight that is no number',
      ['network', '--edges', write('weight.csv', 'source,target,weight\nA,B,mye\n'), '--min-weight', '1'],
      'weight.csv, rad 2: «mye» er ikke et tall.',
    ],
    [
      'a wave that is not in the file',
      ['network', '--edges', ring, '--wave', '1'],
      'kolonnen «wave» mangler',
    ],
    [
      'somebody outside the roster',
      ['network', '--edges', ring, '--roster', write('few.csv', 'id\nA\nB\nC\n')],
      '«D» står ikke',
    ],
    [
      'an id twice',
      ['network', '--edges', ring, '--roster', write('twice.csv', 'id\nA\nA\n')],
      'rad 3: «A» står to ganger',
    ],
    ['no file', ['network'], 'Filen mangler'],
    ['no subcommand', [], 'Si hva som skal regnes ut'],
    ['an unknown subcommand', ['cluster'], '«cluster» finnes ikke'],
    ['an unknown option', ['network', '--edge', ring], 'et valg som ikke finnes'],
    [
      'an unknown method',
      ['status', '--edges', write('m.csv', 'source,target,relation\nA,B,like\n'), '--method', 'x'],
      '--method',
    ],
    ['an unknown language', ['signals', '--edges', ring, '--language', 'sv'], '--language'],
  ])('%s', (_, args, reason) => {
    const { code, output, messages } = run(...args);
    expect([code, output]).toEqual([2, '']);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(reason);
  });
});

describe('the command', () => {
  const npm = (...args: readonly string[]) =>
    spawnSync('npm', ['run', '-s', 'analyse', '--', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    });

  it('writes JSON and nothing else on standard output', () => {
    const { status, stdout } = npm('network', '--edges', join(folder, ring));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ n: 4 });
  });

  it('ends with 2 and one line on standard error', () => {
    const { status, stdout, stderr } = npm('network', '--edges', join(folder, 'no.csv'));
    expect([status, stdout, stderr]).toEqual([2, '', 'no.csv kan ikke leses.\n']);
  });

  it.each([[[]], [['network']], [['layout']], [['signals']], [['status']]])('helps with %j', (args) => {
    const { code, output } = run(...args, '--help');
    expect(code).toBe(0);
    expect(output).toContain(args.length === 0 ? 'Bruk:' : '--edges');
  });
});
