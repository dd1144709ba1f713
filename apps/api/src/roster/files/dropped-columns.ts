/** How names in a header are compared: without case, spaces and the signs that exports put between words. */
export const columnName = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s._:*-]+/g, '');

const exact = new Set(
  [
    [
      'identifier',
      'password',
      'passord',
      'sms',
      'phone',
      'email',
      'mail',
      'userMasterIdentifier',
      'pronouns',
    ],
    ['agents', 'agentSourcedIds', 'activeDirectoryMatchId', 'birthDate', 'sex', 'kjønn', 'ethnicityCodes'],
    [
      'fnr',
      'pnr',
      'dnr',
      'personnr',
      'fødselsnr',
      'fødselsår',
      'fdato',
      'statsborgerskap',
      'morsmål',
      'land',
    ],
    ['postnr', 'postnummer', 'poststed', 'tlf', 'mobil', 'mobilnr', 'epost', 'bilde'],
  ].flatMap((names) => names.map(columnName)),
);

const within =
  /fødselsnummer|fødselsdato|personnummer|dnummer|adresse|address|telefon|mobiltlf|mobilnummer|epost|email|passord|password|foresatt|guardian|verge/;

/**
 * True for columns that hold what must never be stored. They are dropped unread, so a birth number in them does not stop the
 * import: what is exported by FINT has the birth number in `identifier`, and a school cannot turn that off.
 */
export const isDropped = (header: string): boolean => {
  const name = columnName(header);
  return exact.has(name) || within.test(name);
};
