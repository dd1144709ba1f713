import type { ClassFileMapping } from '@samhold/contract';

/** A school's own table by class; the numbers are nobody's. */
export const madeClassTable = [
  'Klasse;Tema;Snitt;Andel;Antall svar',
  '5A;Trivsel;4,2;;22',
  '5B;Trivsel;5,0;;21',
  '5A;Mobbing på skolen;;13,6;22',
  '5B;Mobbing på skolen;;*;*',
].join('\r\n');

const meanings = {
  Klasse: 'class',
  Tema: 'topic',
  Snitt: 'score',
  Andel: 'share',
  'Antall svar': 'answers',
} as const;

export const madeMapping: ClassFileMapping = {
  year: 2025,
  columns: Object.entries(meanings).map(([name, meaning]) => ({ name, meaning })),
};

/** A form with such a table, and what its columns mean. */
export const classFileForm = (
  table: string | Uint8Array<ArrayBuffer>,
  mapping: unknown = madeMapping,
): RequestInit => {
  const body = new FormData();
  body.set('mapping', JSON.stringify(mapping));
  body.set('file', new Blob([table]), 'klasser.csv');
  return { method: 'POST', body };
};
