import type { SourceFile } from './roster-source.ts';
import { refused } from './refused.ts';

export const maximumFiles = 1000;

/** A name without the folders before it, as any system writes them. */
export const baseName = (name: string) => name.replace(/^.*[\\/]/, '');

/** The tables among files of a folder, by base name: exports often lie in a folder of their own. */
export const tablesAmong = (files: readonly SourceFile[]): readonly SourceFile[] => {
  const tables = files
    .filter((file) => !file.name.includes('__MACOSX'))
    .map((file) => ({ ...file, name: baseName(file.name) }))
    .filter((file) => /^[^.].*\.(csv|txt)$/i.test(file.name));
  if (tables.length === 0) throw refused('Fant ingen CSV-filer.');
  if (new Set(tables.map((file) => file.name.toLowerCase())).size < tables.length)
    throw refused('To filer har samme navn. Velg mappen som bare har den siste eksporten.');
  return tables;
};
