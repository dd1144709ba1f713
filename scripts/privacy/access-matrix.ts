import { accessTable, seats, type Seat } from '../../apps/api/src/access/access-table.ts';

/** Column heads short enough for sixteen of them. */
const heads: Readonly<Record<Seat, string>> = {
  'contact teacher of the class': 'CT',
  'contact teacher of another class': 'CT other',
  'contact teacher until yesterday': 'CT before',
  'substitute of the class': 'Sub',
  employee: 'Emp',
  'case participant': 'Case',
  'social teacher': 'Soc',
  'environment team': 'Env',
  leadership: 'Lead',
  principal: 'Princ',
  administrator: 'Adm',
  'council reader': 'Council',
  owner: 'Owner',
  'contact teacher of another school': 'Other school',
  pupil: 'Pupil',
  nobody: 'Nobody',
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Each route of the api and who is let in, one class of one school: the very table that the tests walk over HTTP. */
export const accessMatrix = (): string =>
  [
    row(['route', ...seats.map((seat) => heads[seat])]),
    row(['---', ...seats.map(() => ':-:')]),
    ...Object.entries(accessTable).map(([route, answers]) =>
      row([
        `\`${route.replace('/api/v1', '')}\``,
        ...seats.map((seat) => (answers[seat] === 'allowed' ? '●' : '')),
      ]),
    ),
    '',
    seats.map((seat) => `**${heads[seat]}** ${seat}`).join(', ') + '.',
  ].join('\n');
