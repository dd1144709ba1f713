import { afterAll, describe, expect, test } from 'vitest';
import { openFolder } from './run-analyse.fixture.ts';

const folder = openFolder();
afterAll(() => folder.remove());

const network = ['network', '--edges', 'two.csv'];
const status = ['status', '--edges', 'two.csv', '--likes', 'a', '--dislikes', 'b'];
const ratings = ['status', '--ratings', 'rated.csv'];

describe('one line says what is wrong with the options', () => {
  folder.write('two.csv', 'source,target\na,b\n');
  folder.write('rated.csv', 'source,target,rating\na,b,1\nb,a,9\n');
  folder.write('twice.csv', 'source,target,rating\na,b,1\nb,a,3\na,b,2\n');

  test.each<readonly [readonly string[], string]>([
    [['nonsense'], '«nonsense» er ingen kommando; velg network, status, signals, layout, groups.'],
    [[...network, '--min-weight', 'x'], '--min-weight kan ikke være «x».'],
    [
      [...network, '--relation', 'a', '--relation', 'b'],
      '--relation er gitt flere ganger; kommandoen tar ett spørsmål.',
    ],
    [[...network, '--wave', '1', '--wave', '2'], '--wave er gitt flere ganger.'],
    [[...network, '--waves', '1'], '--waves finnes ikke her; se --help.'],
    [[...network, '-x'], '-x finnes ikke her; se --help.'],
    [[...network, '--wave'], '--wave mangler verdien sin.'],
    [[...network, '--undirected=no'], '--undirected har ingen verdi.'],
    [[...network, 'more'], '«more» hører ikke til noe valg.'],
    [[...network, '--label', 'team'], '--label trenger en liste: --roster FIL.'],
    [['network'], 'Valgfilen mangler: --edges FIL.'],
    [['network', '--edges', 'gone.csv'], 'gone.csv: filen finnes ikke.'],
    [['network', '--edges', '.'], '.: dette er en mappe, ikke en fil.'],
    [['status', '--edges', 'two.csv'], 'Gi --likes NAVN og --dislikes NAVN, eller --ratings FIL.'],
    [status, 'two.csv: --relation er gitt, men kolonnen mangler.'],
    [
      [...network.with(0, 'status'), '--likes', 'a', '--dislikes', 'a'],
      '--likes og --dislikes er det samme spørsmålet.',
    ],
    [[...status, '--alpha', '0.1'], '--alpha brukes ikke av coie-dodge-1983 etter valg.'],
    [
      [...status, '--method', 'newcomb-bukowski', '--raw'],
      '--raw brukes ikke av newcomb-bukowski etter valg.',
    ],
    [[...status, '--scale', '1-5'], '--scale brukes ikke av coie-dodge-1983 etter valg.'],
    [[...status, '--method', 'maassen-landsheer'], 'maassen-landsheer trenger vurderinger: --ratings FIL.'],
    [[...ratings, '--edges', 'two.csv'], '--edges brukes ikke av maassen-landsheer etter vurderinger.'],
    [
      [...ratings, '--respondents', 'two.csv'],
      '--respondents brukes ikke av maassen-landsheer etter vurderinger.',
    ],
    [
      [...ratings, '--method', 'asher-dodge'],
      'asher-dodge trenger --edges FIL, --likes NAVN og --ratings FIL.',
    ],
    [
      [...ratings, '--method', 'coie-dodge-1982', '--like-from', '2', '--dislike-to', '2'],
      '--dislike-to må være lavere enn --like-from.',
    ],
    [['status', '--ratings', 'twice.csv'], 'twice.csv, rad 4: a har vurdert b to ganger, ulikt.'],
    [['status', '--ratings', 'two.csv'], 'two.csv, rad 1: kolonnen rating mangler.'],
    [[...ratings, '--scale', '1-5'], 'rated.csv, rad 3: 9 er ikke et helt tall fra 1 til 5.'],
    [[...ratings, '--scale', '5'], '--scale kan ikke være «5»; skriv for eksempel 1-7.'],
    [['status', '--edges', 'two.csv', '--method', 'guess'], '--method er coie-dodge-1983 eller'],
    [[...status, '--method', 'newcomb-bukowski', '--alpha', '2'], '--alpha kan ikke være «2».'],
    [['signals', '--edges', 'two.csv', '--language', 'de'], '--language er nb eller nn eller en, ikke «de».'],
    [['signals', '--edges', 'two.csv', '--draws', '0'], '--draws kan ikke være «0».'],
    [['signals', '--edges', 'two.csv', '--relation', 'x'], '--relation er gitt, men kolonnen mangler.'],
    [['layout', '--edges', 'two.csv', '--width', '20', '--height', '20'], '20 × 20 px'],
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
    expect(faults.trimEnd().split('\n')).toHaveLength(1);
    expect(faults).toContain(reason);
  });
});
