import { accessTable, seats, type AccessTable, type Seat } from '../../apps/api/src/access/access-table.ts';
import { capabilities, ownAndOpen, type Capability } from './capabilities.ts';

/** Who somebody in a seat is, to a reader; what is not there is nobody the statement tells of. */
const names: Partial<Readonly<Record<Seat, string>>> = {
  pupil: 'eleven selv',
  'contact teacher of the class': 'klassens kontaktlærer',
  'contact teacher of another class': 'kontaktlærere i andre klasser',
  'substitute of the class': 'vikaren i klassen',
  employee: 'ansatte',
  'case participant': 'ansatte som deltar i saken',
  'social teacher': 'sosiallærer',
  'environment team': 'miljøteamet',
  leadership: 'ledelsen',
  principal: 'rektor',
  administrator: 'administrator',
  'council reader': 'råd og utvalg',
  owner: 'skoleeier',
};

/** Said together by the first. */
const within: Partial<Readonly<Record<Seat, Seat>>> = {
  principal: 'leadership',
  'case participant': 'employee',
};

const READS = /^GET |\/open$|\/answers$|\/effect$|late-answers$|\/pupils$/;
const short = (route: string): string => route.replace('/api/v1', '');

const allowed = (table: AccessTable, route: string): readonly Seat[] =>
  seats.filter((seat) => table[route]?.[seat] === 'allowed' && names[seat] !== undefined);

const whoOf = (open: readonly Seat[]): string =>
  new Intl.ListFormat('nb').format(
    open
      .filter((seat) => {
        const first = within[seat];
        return first === undefined || !open.includes(first);
      })
      .map((seat) => names[seat] ?? ''),
  );

/** Throws unless every route that shows something is told of once, and those told of together are open to the same. */
const lineOf = (table: AccessTable, { what, unless, routes }: Capability): string => {
  const own = Object.keys(table).filter((route) => READS.test(route) && routes.test(short(route)));
  const answers = new Set(own.map((route) => allowed(table, route).join()));
  if (answers.size !== 1)
    throw new Error(`«${what}» is open to different people: ${own.map(short).join(', ')}.`);
  return `| ${what} | ${whoOf(allowed(table, own[0] ?? ''))} | ${unless ?? ''} |`;
};

export const whoSeesWhat = (table: AccessTable = accessTable): string => {
  for (const route of Object.keys(table).filter((one) => READS.test(one) && !ownAndOpen.test(short(one)))) {
    const told = capabilities.filter(({ routes }) => routes.test(short(route)));
    if (told.length !== 1)
      throw new Error(`${short(route)} is told of ${told.length} times in who sees what.`);
  }
  return `# Hvem ser hva

Laget av \`node scripts/privacy-documents.ts\` fra tabellen over tilganger, som testene går gjennom rute for rute; en test passer på at dette stemmer med den. Den som ikke står her, ser det ikke. Administrator ser
aldri svar, sosiogram, tegn eller saker. Tilgangen følger jobben og slutter den dagen den avsluttes.

| hva | hvem | men |
| --- | --- | --- |
${capabilities.map((one) => lineOf(table, one)).join('\n')}

«Klassens kontaktlærer» er den som er det nå. «Rektor» er en av ledelsen. Foresatte har ingen innlogging; de får innsyn gjennom skolen.
`;
};
