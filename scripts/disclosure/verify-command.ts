import { BadInput } from '../analyse/bad-input.ts';
import type { Checked } from './check-system.ts';
import { filesOf, type CommandOutput } from './command-line.ts';
import { readReleaseFile } from './read-release-file.ts';
import { verify } from './verify.ts';

const help = `Kontrollerer at en frigivelse holder det den lover, ved å legge sammen tallene i tabellene som følger med. Bruker ingen løser.

Bruk: npm run -s verify-release -- FIL [TIDLIGERE FILER …]

FIL er skolens eget eksemplar. De tidligere filene er det de samme leserne har sett før. Avslutter med 0, eller 1 når
noe ikke holder, eller 2 når en fil ikke kan brukes.`;

/** Verifies the first file. Returns the exit code. */
export function verifyCommand(
  args: readonly string[],
  folder: string,
  { result, note }: CommandOutput,
): number {
  try {
    const given = filesOf(args, []);
    if (given === null) {
      result(help);
      return 0;
    }
    const [release, ...earlier] = given.files.map((path) => readReleaseFile(path, folder));
    if (release === undefined) return 2;
    const twice = [release, ...earlier].find((one, i, all) =>
      all.slice(0, i).some(({ releaseId }) => releaseId === one.releaseId),
    );
    if (twice !== undefined) throw new BadInput(`${twice.file}: samme frigivelse er gitt i en fil til.`);
    if (release.audit === undefined)
      throw new BadInput(`${release.file}: filen har ingen kontroll; be skolen om sitt eget eksemplar.`);
    const checked: Checked = { systems: 0, targets: 0, cases: 0, tables: 0 };
    const faults = [...verify(release, earlier, checked)];
    for (const fault of faults.slice(0, MOST_TOLD)) result(`${release.file}: ${fault}`);
    if (faults.length > MOST_TOLD) result(`${release.file}: og ${faults.length - MOST_TOLD} feil til.`);
    if (faults.length > 0) return 1;
    result(
      `${release.file}: holder. ${checked.targets} vernede tall i ${checked.systems} tabeller er vist å være usikre i ${checked.cases} tilfeller, med ${checked.tables} talloppsett som alle stemmer med det som er frigitt.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    note(error.message);
    return 2;
  }
}

const MOST_TOLD = 50;
