import { describe, expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { parseRoster } from './parse.ts';

const header = 'klasse,trinn,fornavn,etternavn,id';
const ask = { className: '5A', grade: 5, givenName: 'Ask', familyName: 'Lie', externalId: 'p1' };

const detailsOf = (text: string): readonly string[] => {
  try {
    parseRoster(text);
  } catch (error) {
    if (error instanceof AppError && error.code === 'roster_rejected') return error.details ?? [];
    throw error;
  }
  throw new Error('The roster was accepted.');
};

describe('a roster is read', () => {
  test.each([
    ['as it is', `${header}\n5A,5,Ask,Lie,p1\n`],
    ['with a byte order mark', `\uFEFF${header}\n5A,5,Ask,Lie,p1\n`],
    ['with line ends of another system', `${header}\r\n5A,5,Ask,Lie,p1\r\n`],
    ['without a last line end', `${header}\n5A,5,Ask,Lie,p1`],
    ['with blank lines and spaces', `${header}\n\n 5A , 5 ,Ask, Lie,p1 \n\n`],
    ['with columns in another order', 'id,fornavn,etternavn,trinn,klasse\np1,Ask,Lie,5,5A\n'],
    ['with more columns, which are dropped', `${header},telefon\n5A,5,Ask,Lie,p1,22334455\n`],
    ['with quotes', `${header}\n"5A","5","Ask","Lie","p1"\n`],
  ])('%s', (_how, text) => {
    expect(parseRoster(text)).toEqual([ask]);
  });

  test('with a comma inside a name, and without a family name', () => {
    const rows = parseRoster(`${header}\n5A,5,"Ask, Ola",,p1\n`);
    expect(rows).toEqual([{ ...ask, givenName: 'Ask, Ola', familyName: '' }]);
  });
});

describe('a roster is refused', () => {
  test.each([
    ['without rows', `${header}\n`, 'Filen har ingen rader.'],
    ['when it is empty', '', 'Filen har ingen rader.'],
    ['without a column', 'klasse,trinn,fornavn,etternavn\n5A,5,Ask,Lie\n', `Overskriften må være ${header}.`],
    ['with a row too short', `${header}\n5A,5,Ask\n`, 'Filen er ikke en gyldig CSV-fil.'],
    ['with an open quote', `${header}\n5A,5,"Ask,Lie,p1\n`, 'Filen er ikke en gyldig CSV-fil.'],
    ['with an id twice', `${header}\n5A,5,Ask,Lie,p1\n5B,5,Bo,Dal,p1\n`, 'Rad 3: id finnes to ganger.'],
    ['without an id', `${header}\n5A,5,Ask,Lie,\n`, 'Rad 2: mangler en verdi.'],
    ['with grade 0', `${header}\n5A,0,Ask,Lie,p1\n`, 'Rad 2: trinn må være 1–7.'],
    ['with grade 8', `${header}\n8A,8,Ask,Lie,p1\n`, 'Rad 2: trinn må være 1–7.'],
    ['with a grade in letters', `${header}\n5A,fem,Ask,Lie,p1\n`, 'Rad 2: trinn må være 1–7.'],
    [
      'with a name that is too long',
      `${header}\n5A,5,${'a'.repeat(101)},Lie,p1\n`,
      'Rad 2: en verdi er for lang.',
    ],
  ])('%s', (_how, text, detail) => {
    expect(detailsOf(text)).toEqual([detail]);
  });

  test.each(['01010112345', '010101 12345', '010101-12345'])(
    'with the birth number %s in any column',
    (number) => {
      for (const row of [`5A,5,Ask,Lie,${number}`, `5A,5,Ask,${number},p1`, `5A,5,Ask,Lie,p1,${number}`]) {
        const text = row.split(',').length === 6 ? `${header},notat\n${row}\n` : `${header}\n${row}\n`;
        expect(detailsOf(text)).toEqual(['Filen ser ut til å inneholde fødselsnummer.']);
      }
    },
  );

  test('with at most fifty faults told, by row and without names', () => {
    const details = detailsOf(`${header}\n${'5A,9,Ask,Lie,\n'.repeat(60)}`);
    expect(details).toHaveLength(50);
    expect(details.join()).not.toMatch(/Ask|Lie/);
  });
});
