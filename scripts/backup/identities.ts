import { readFileSync } from 'node:fs';

/** The private keys in a file as age-keygen writes it. None without a file. */
export const readIdentities = (file: string | undefined): readonly string[] => {
  if (file === undefined) return [];
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`Nøkkelfilen ${file} kan ikke leses.`, { cause: error });
  }
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
};
