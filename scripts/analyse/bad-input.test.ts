import { afterAll, describe, expect, test } from 'vitest';
import { openFolder } from './run-analyse.fixture.ts';

const folder = openFolder();
afterAll(() => folder.remove());

const bytes = (text: string, encoding: BufferEncoding): Buffer => Buffer.from(text, encoding);
const network = async (content: string | Uint8Array, ...args: readonly string[]) => {
  folder.write('f.csv', content);
  const { code, out, faults } = await folder.analyse('network', '--edges', 'f.csv', ...args);
  return {
    code,
    faults,
    nodes: out === '' ? [] : (JSON.parse(out) as { nodes: string[]; m: number }).nodes,
    out,
  };
};
const nodesOf = async (
  content: string | Uint8Array,
  ...args: readonly string[]
): Promise<readonly string[]> => {
  const { code, faults, nodes } = await network(content, ...args);
  expect(code, faults).toBe(0);
  return nodes;
};

describe('a file of choices is read', () => {
  const expected = ['Anna Å', 'Bo'];

  test('with byte order mark, any line ending, semicolons, tabs and quotes', async () => {
    for (const content of [
      'source,target\nAnna Å,Bo\n',
      '\uFEFFsource,target\r\nAnna Å,Bo\r\n',
      'source;target\rAnna Å;Bo',
      'source\ttarget\nAnna Å\tBo\n',
      '"source" , "target"\n"Anna Å",  "Bo" \n\n\n',
      'sep=;\r\nTarget;SOURCE\r\nBo;Anna Å\r\n',
      'note,source,target\n"one, ""two""\nthree",Anna Å,Bo\n'.replace('\nthree', ' three'),
    ])
      expect(await nodesOf(content)).toEqual(expected);
  });

  test('as UTF-8, UTF-16 or Windows-1252, and composed the same way', async () => {
    const text = 'source,target\nAnna Å,Bo\n';
    expect(await nodesOf(bytes(text, 'latin1'))).toEqual(expected);
    expect(await nodesOf(Buffer.concat([Buffer.from([0xff, 0xfe]), bytes(text, 'utf16le')]))).toEqual(
      expected,
    );
    expect(await nodesOf(text.replace('Å', 'A\u030A'))).toEqual(expected);
  });

  test('with what is no choice in the class left out and counted', async () => {
    folder.write('roster.csv', 'id\na\nb\nc\n');
    folder.write('answered.csv', 'id,respondent\na,TRUE\nb,FALSE\nc,1\nstranger,x\n');
    const rows = ['a,b', 'a,b', 'a,a', 'a,z', 'z,a', 'b,a', 'c,a'];
    const { code, faults, out } = await network(
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
      const { code, faults, out } = await network(many, ...all, ...args);
      expect(code, faults).toBe(0);
      return JSON.parse(out);
    };
    expect(await m()).toMatchObject({ nodes: ['a', 'b', 'c', 'd'], m: 3 });
    expect(await m('--min-weight', '1')).toMatchObject({ m: 2 });
    expect(await m('--min-weight', '1.5')).toMatchObject({ m: 1 });
    expect(await m('--min-weight', '-1')).toMatchObject({ m: 2 });
    expect(await m('--max-rank', '1')).toMatchObject({ nodes: ['a', 'b', 'c', 'd'], m: 1 });
  });

  test('when it is large', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `p${(i * 7) % 30},p${(i * 11 + 1) % 30}`);
    const { code, faults, nodes } = await network(['source,target', ...rows].join('\n'));
    expect([code, nodes.length]).toEqual([0, 30]);
    expect(faults).toContain('gjentatte valg er tatt ut');
  });
});

describe('one line says what is wrong, where', () => {
  const two = 'source,target\na,b\n';
  folder.write('empty.csv', '');
  folder.write('two.csv', two);
  folder.write('ids.csv', 'id\nx\ny\n');
  folder.write('none.csv', 'id,member\na,FALSE\n');
  folder.write('rated.csv', 'source,target,rating\na,b,1\nb,a,9\n');

  test.each<readonly [string, string | Uint8Array, readonly string[], string]>([
    ['an empty file', '', [], 'f.csv: filen er tom.'],
    ['a file of blank lines', '\n \n', [], 'f.csv: filen er tom.'],
    ['a header alone', 'source,target\n', [], 'f.csv: filen har ingen rader.'],
    [
      'no column for the target',
      'source,to_whom\na,b\n',
      [],
      'f.csv, rad 1: kolonnen target eller ratee eller to mangler.',
    ],
    [
      'a column twice',
      'source,target,Target\na,b,c\n',
      [],
      'f.csv, rad 1: kolonnen target finnes to ganger.',
    ],
    ['a blank id', 'source,target\na,b\n\n,c\n', [], 'f.csv, rad 4: source er tom.'],
    ['a row too short', 'source,target\na\n', [], 'f.csv, rad 2: target er tom.'],
    [
      'a row too long',
      'source,target\na,b,c\n',
      [],
      'f.csv, rad 2: raden har flere verdier enn det er kolonner.',
    ],
    ['a quote left open', 'source,target\na,"b\nc,d\n', [], 'anførselstegn står feil eller er ikke lukket.'],
    ['a control character', 'source,target\na,b\u0000c\n', [], 'f.csv, rad 2: «b c» har ugyldige tegn.'],
    ['a spreadsheet', bytes('PK\u0003\u0004 and more', 'latin1'), [], 'f.csv: dette er ikke en CSV-fil.'],
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
    ['a threshold that is no number', two, ['--min-weight', 'x'], '--min-weight kan ikke være «x».'],
    [
      'two relations for one network',
      two,
      ['--relation', 'a', '--relation', 'b'],
      '--relation er gitt flere ganger; kommandoen tar ett spørsmål.',
    ],
    ['an option twice', two, ['--wave', '1', '--wave', '2'], '--wave er gitt flere ganger.'],
    ['an unknown option', two, ['--waves', '1'], '--waves finnes ikke, eller mangler verdien sin.'],
    ['an option without its value', two, ['--wave'], '--wave finnes ikke, eller mangler verdien sin.'],
    ['a word too many', two, ['more'], '«more» hører ikke til noe valg.'],
    [
      'a file that is not there',
      two,
      ['--roster', 'gone.csv'],
      'gone.csv: filen finnes ikke eller kan ikke leses.',
    ],
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
    ['a label without a roster', two, ['--label', 'team'], '--label trenger en liste: --roster FIL.'],
    [
      'a label the roster lacks',
      two,
      ['--roster', 'ids.csv', '--label', 'team'],
      'ids.csv, rad 1: kolonnen team mangler.',
    ],
  ])('%s', async (_, content, args, reason) => {
    const { code, faults, out } = await network(content, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(faults.trimEnd().split('\n')).toHaveLength(1);
    expect(faults).toContain(reason);
  });

  test.each<readonly [readonly string[], string]>([
    [['nonsense'], 'Kommandoen er network, status, signals, layout, groups.'],
    [['network'], 'Valgfilen mangler: --edges FIL.'],
    [['network', '--edges', 'gone.csv'], 'gone.csv: filen finnes ikke eller kan ikke leses.'],
    [['network', '--edges', '.'], 'filen finnes ikke eller kan ikke leses.'],
    [['status', '--edges', 'two.csv'], 'Gi --likes NAVN og --dislikes NAVN, eller --ratings FIL.'],
    [
      ['status', '--edges', 'two.csv', '--likes', 'a', '--dislikes', 'b'],
      'two.csv: --relation er gitt, men kolonnen mangler.',
    ],
    [['status', '--ratings', 'two.csv'], 'two.csv, rad 1: kolonnen rating mangler.'],
    [
      ['status', '--ratings', 'rated.csv', '--scale', '1-5'],
      'rated.csv, rad 3: 9 er ikke et helt tall fra 1 til 5.',
    ],
    [
      ['status', '--ratings', 'rated.csv', '--scale', '5'],
      '--scale kan ikke være «5»; skriv for eksempel 1-7.',
    ],
    [['status', '--edges', 'two.csv', '--method', 'guess'], '--method er coie-dodge-1983 eller'],
    [['status', '--edges', 'two.csv', '--alpha', '2'], '--alpha kan ikke være «2».'],
    [['signals', '--edges', 'two.csv', '--language', 'de'], '--language er nb eller nn eller en, ikke «de».'],
    [['signals', '--edges', 'two.csv', '--draws', '0'], '--draws kan ikke være «0».'],
    [['signals', '--edges', 'two.csv', '--relation', 'x'], '--relation er gitt, men kolonnen mangler.'],
    [['layout', '--edges', 'two.csv', '--width', '20', '--height', '20'], ''],
    [['groups', '--edges', 'two.csv'], 'Gi én av --sizes 4,4,5, --size 4 og --groups 3.'],
    [
      ['groups', '--edges', 'two.csv', '--size', '2', '--groups', '1'],
      'Gi én av --sizes 4,4,5, --size 4 og --groups 3.',
    ],
    [['groups', '--edges', 'two.csv', '--sizes', '1,x'], '--sizes kan ikke være «1,x».'],
    [['groups', '--edges', 'two.csv', '--size', '0'], '--size kan ikke være «0».'],
    [['groups', '--edges', 'two.csv', '--groups', '3'], '3'],
    [['groups', '--edges', 'two.csv', '--size', '2', '--apart', 'a'], '«a» er ikke to elever: A,B.'],
    [['groups', '--edges', 'two.csv', '--size', '2', '--together', 'a,z'], '«z» står ikke på listen.'],
  ])('%j', async (args, reason) => {
    const { code, faults, out } = await folder.analyse(...args);
    expect([code, out]).toEqual([2, '']);
    const lines = faults.trimEnd().split('\n');
    expect(lines.at(-1)).toContain(reason);
    expect(lines.at(-1)).not.toBe('');
  });
});
