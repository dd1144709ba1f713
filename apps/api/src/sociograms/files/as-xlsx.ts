import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { matrixCorner, matrixOf } from './as-csv.ts';
import { aboutFile, type SociogramFile } from './file-content.ts';

/** A text is written as a text whatever it begins with: Excel takes no such cell for a formula. */
const textCell = (value: string) => ({ value, type: String });
const heading = (value: string) => ({ ...textCell(value), fontWeight: 'bold' as const, wrap: true });
const numberOrText = (value: string | number | null) => (typeof value === 'string' ? textCell(value) : value);

const sheet = (
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
) => ({
  sheet: name,
  data: [head.map(heading), ...rows.map((row): Row => row.map(numberOrText))],
  columns: head.map((_, at) => ({
    width: at === 0 ? 24 : Math.min(24, Math.max(10, (head[at] ?? '').length)),
  })),
  stickyRowsCount: 1,
});

/** A workbook: the pupils, the choices, the matrix, and what all of it rests on. */
export const asXlsx = (file: SociogramFile): Promise<Buffer> => {
  const others = ({ responded }: { readonly responded: boolean }) =>
    file.network.respondents - Number(responded);
  return writeXlsxFile([
    sheet(
      'Elever',
      ['Elev', 'Har svart', 'Valgt av', 'Av så mange', 'Valgte', 'Gjensidige', 'Valgte utenfor klassen'],
      file.pupils.map((pupil) => [
        pupil.label,
        pupil.responded ? 'ja' : 'nei',
        pupil.received,
        others(pupil),
        pupil.given,
        pupil.mutual,
        pupil.responded ? pupil.givenOutside : null,
      ]),
    ),
    sheet(
      'Valg',
      ['Valgte', 'Ble valgt', 'Gjensidig', 'Spørsmål'],
      file.ties.map(({ from, to, mutual, criteria }) => [
        from.label,
        to.label,
        mutual ? 'ja' : 'nei',
        criteria.join(', '),
      ]),
    ),
    {
      ...sheet(
        'Matrise',
        [matrixCorner(file), ...file.pupils.map(({ label }) => label)],
        matrixOf(file).map((row, at) => [file.pupils[at]?.label ?? '', ...row]),
      ),
      stickyColumnsCount: 1,
    },
    sheet('Om filen', ['Om filen', ''], aboutFile(file)),
  ]).toBuffer();
};
