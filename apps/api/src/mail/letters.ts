import { CODE_MINUTES } from './code.ts';
import type { Letter } from './post-office.ts';

const signed = (lines: readonly string[]): string => [...lines, '', 'Hilsen Samhold', ''].join('\n');

/** Says that there is something, and nothing of what: a mail is read on many screens. */
export const somethingNew = (to: string, publicUrl: string): Letter => ({
  to,
  subject: 'Det er noe nytt i Samhold',
  text: signed([
    'Det er noe nytt i Samhold. Logg inn for å se det.',
    '',
    publicUrl,
    '',
    `Hvor ofte du får e-post, velger du selv: ${publicUrl}/me/notices`,
  ]),
});

export const yourCode = (to: string, code: string): Letter => ({
  to,
  subject: 'Koden din til Samhold',
  text: signed([
    `Koden din er ${code}. Den virker i ${CODE_MINUTES} minutter.`,
    '',
    'Har du ikke bedt om en kode, kan du se bort fra denne e-posten.',
  ]),
});
