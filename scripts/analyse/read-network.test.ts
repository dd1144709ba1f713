import { afterAll, describe, expect, test } from 'vitest';
import { openFolder } from './run-analyse.fixture.ts';

const folder = openFolder();
afterAll(() => folder.remove());

describe('a network is read', () => {
  test('with what is no choice in the class left out and counted', async () => {
    folder.write('roster.csv', 'id\na\nb\nc\n');
    folder.write('answered.csv', 'id,respondent\na,TRUE\nb,FALSE\nc,1\nstranger,x\n');
    const rows = ['a,b', 'a,b', 'a,a', 'a,z', 'z,a', 'b,a', 'c,a'];
    const { code, faults, out } = await folder.network(
      ['source,target', ...rows].join('\n'),
      ...['--roster', 'roster.csv', '--respondents', 'answered.csv'],
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      m: 2,
      nodes: ['a', 'b', 'c'],
      outdegree: [1, null, 1],
      selfLoopsDropped: 1,
      dropped: { self: 1, duplicate: 1, outsideRoster: 2, byNonRespondent: 1 },
    });
    expect(faults.trim().split('\n')).toEqual([
      '1 av dem som svarte, står ikke på listen og er tatt ut.',
      '1 valg av seg selv er tatt ut.',
      '1 gjentatte valg er tatt ut.',
      '2 valg av eller fra noen utenfor listen er tatt ut.',
      '1 valg fra noen som ikke svarte, er tatt ut.',
    ]);
  });

  test('by wave, relation, class, weight and rank, with everybody in the wave on the list', async () => {
    const many =
      'source,target,wave,relation,class,weight,rank\na,b,1,x,5A,2,1\na,c,1,x,5A,1,2\nb,c,1,x,5A,,3\nd,a,1,y,5A,9,1\na,e,2,x,5A,9,1\np,q,1,x,5B,9,1\n';
    const all = ['--wave', '1', '--relation', 'x', '--class', '5A'];
    const m = async (...args: readonly string[]): Promise<unknown> => {
      const { code, faults, out } = await folder.network(many, ...all, ...args);
      expect(code, faults).toBe(0);
      return JSON.parse(out);
    };
    expect(await m()).toMatchObject({ nodes: ['a', 'b', 'c', 'd'], m: 3 });
    expect(await m('--min-weight', '1')).toMatchObject({ m: 2 });
    expect(await m('--min-weight', '1.5')).toMatchObject({ m: 1 });
    expect(await m('--min-weight', '-1')).toMatchObject({ m: 2 });
    expect(await m('--max-rank', '1')).toMatchObject({ nodes: ['a', 'b', 'c', 'd'], m: 1 });
  });

  test('with every row as a choice where no least weight is asked for, and says so when that may be wrong', async () => {
    const weights = (...each: readonly string[]): string =>
      ['source,target,weight', ...each.map((weight, i) => `a,b${i},${weight}`)].join('\n');
    for (const weight of ['2', '0', '-1', '', 'NA']) {
      const { out, faults } = await folder.network(weights('1', weight));
      expect(JSON.parse(out)).toMatchObject({ m: 2 });
      expect(faults).toContain('Hver rad regnes som et valg');
    }
    expect((await folder.network(weights('0', '0'))).faults).toContain('uansett vekt');
    expect((await folder.network(weights('2', '2'))).faults).toBe('');
    expect((await folder.network(weights('1', '0'), '--min-weight', '1')).faults).toBe('');
  });

  test('when it is large', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `p${(i * 7) % 30},p${(i * 11 + 1) % 30}`);
    const { code, faults, out } = await folder.network(['source,target', ...rows].join('\n'));
    expect([code, (JSON.parse(out) as { nodes: string[] }).nodes.length]).toEqual([0, 30]);
    expect(faults).toContain('gjentatte valg er tatt ut');
  });
});

describe('one line says what is wrong with the rows asked for', () => {
  const two = 'source,target\na,b\n';
  folder.write('empty.csv', '');
  folder.write('ids.csv', 'id\nx\ny\n');
  folder.write('none.csv', 'id,member\na,FALSE\n');
  folder.write('twice.csv', 'id,team\na,x\nb,x\na,y\n');
  test.each<readonly [string, string, readonly string[], string]>([
    ['a weight that is no number', 'source,target,weight\na,b,x\n', [], 'f.csv, rad 2: «x» er ikke et tall.'],
    [
      'an infinite weight',
      'source,target,weight\na,b,Infinity\n',
      [],
      'f.csv, rad 2: «Infinity» er ikke et tall.',
    ],
    [
      'several waves',
      'source,target,wave\na,b,1\na,b,2\n',
      [],
      'f.csv: filen har flere runder (1, 2); velg med --wave.',
    ],
    [
      'several relations',
      'source,target,relation\na,b,x\na,b,y\n',
      [],
      'f.csv: filen har flere spørsmål (x, y); velg med --relation.',
    ],
    [
      'several classes',
      'source,target,class\na,b,5A\na,b,5B\n',
      [],
      'f.csv: filen har flere klasser (5A, 5B); velg med --class.',
    ],
    [
      'a wave not there',
      'source,target,wave\na,b,1\n',
      ['--wave', '3'],
      'f.csv: ingen rader har wave «3»; filen har 1.',
    ],
    ['no column for the wave', two, ['--wave', '3'], 'f.csv: --wave er gitt, men kolonnen mangler.'],
    [
      'no column for the weight',
      two,
      ['--min-weight', '3'],
      'f.csv: --min-weight er gitt, men kolonnen weight mangler.',
    ],
    ['a file that is not there', two, ['--roster', 'gone.csv'], 'gone.csv: filen finnes ikke.'],
    [
      'a roster without anybody',
      two,
      ['--roster', 'none.csv'],
      'none.csv: ingen elever er igjen å regne på.',
    ],
    [
      'a roster of others',
      two,
      ['--roster', 'ids.csv'],
      'f.csv: ingen av valgene er mellom elever på listen.',
    ],
    ['an empty roster', two, ['--roster', 'empty.csv'], 'empty.csv: filen er tom.'],
    [
      'a pupil in the roster under two labels',
      two,
      ['--roster', 'twice.csv', '--label', 'team'],
      'twice.csv, rad 4: «a» står også på en annen rad, med annen team.',
    ],
    [
      'a label the roster lacks',
      two,
      ['--roster', 'ids.csv', '--label', 'team'],
      'ids.csv, rad 1: kolonnen team mangler; filen har «id».',
    ],
  ])('%s', async (_, content, args, reason) => {
    const { code, faults, out } = await folder.network(content, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(faults.trimEnd().split('\n')).toHaveLength(1);
    expect(faults).toContain(reason);
  });
});
