import type { RosterCounts, RosterImportDetails } from '../../packages/contract/src/index.ts';
import type { Dependencies } from '../../apps/api/src/dependencies.ts';
import { AppError } from '../../apps/api/src/errors.ts';
import { sourceAtPath } from '../../apps/api/src/roster/files/roster-source.ts';
import { applyImport, discardImport } from '../../apps/api/src/roster/import/apply.ts';
import { readImport } from '../../apps/api/src/roster/import/imports.ts';
import { schoolsByOrganisationNumber } from '../../apps/api/src/roster/service.ts';

export type ImportWish = {
  /** A folder, a zip or a CSV file. */
  readonly path: string;
  readonly organisationNumber: string;
  readonly apply: boolean;
  readonly confirmLeaving: boolean;
};

const ROWS = 100;

const sentences: Partial<Readonly<Record<AppError['code'], string>>> = {
  no_school_year: 'Skolen har ikke noe skoleår for dagen i dag. Legg det inn i Samhold først.',
  roster_changed: 'Klasselistene ble endret mens filen ble lest. Kjør kommandoen på nytt.',
  leaving_not_confirmed:
    'Listen er ikke tatt i bruk: Mer enn en femdel av elevene ville sluttet, eller noen ville det mens rader ikke kunne leses. Stemmer det, legg til --confirm-leaving.',
};

const countLines = (counts: RosterCounts): readonly string[] =>
  [
    ['På klasselistene nå', counts.listed],
    ['Som før', counts.unchanged],
    ['Nye', counts.new],
    ['Bytter klasse eller trinn', counts.moved],
    ['Får nytt navn', counts.renamed],
    ['Slutter', counts.leaving],
    ['Nye klasser', counts.newClasses.length],
    ['Klasser uten elever lenger', counts.endingClasses.length],
    ['Nye ansatte', counts.newStaff],
    ['Forslag til kontaktlærer', counts.newRelations],
    ['Ved andre skoler', counts.otherSchools],
    ['Rader som ikke kunne leses', counts.rejected],
  ].map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`);

const rejectedLines = ({ rejectedRows, counts }: RosterImportDetails): readonly string[] => {
  const lines = rejectedRows.slice(0, ROWS).map((row) => `  ${row.file}, rad ${row.row}: ${row.reason}`);
  return counts.rejected > lines.length ? [...lines, `  … og ${counts.rejected - lines.length} til`] : lines;
};

/**
 * Reads a roster for one school and tells in counts what it would change, with no name from it; then applies it when that is
 * wished, and otherwise puts it away. Returns why it was not carried out; nothing when all went well.
 */
export const runImport = async (
  deps: Dependencies,
  wish: ImportWish,
  log: (line: string) => void,
): Promise<string | undefined> => {
  const [school, another] = await schoolsByOrganisationNumber(deps.db, wish.organisationNumber);
  if (school === undefined) return `Fant ingen skole med organisasjonsnummer ${wish.organisationNumber}.`;
  if (another !== undefined)
    return `Flere skoler har organisasjonsnummer ${wish.organisationNumber}. Rett det i Samhold først.`;
  try {
    const source = await sourceAtPath(wish.path);
    const reading = await readImport(deps, school, source).finally(() => source.close());
    if (reading.outcome === 'needs_mapping')
      return `Kolonnene i ${reading.file} er ikke kjent. Les filen inn på siden Elevliste første gang.`;
    const { importId, counts } = reading.import;
    log(`${school.name}: dette fører filen til.`);
    for (const line of [...countLines(counts), ...rejectedLines(reading.import)]) log(line);
    if (counts.rejected > 0)
      log('En elev som bare står i en rad som ikke kunne leses, blir regnet som sluttet.');
    if (!wish.apply) {
      await discardImport(deps, school, importId);
      log('Ingenting er endret. Legg til --apply for å ta listen i bruk.');
      return undefined;
    }
    await applyImport(deps, school, importId, wish.confirmLeaving).catch(async (error: unknown) => {
      await discardImport(deps, school, importId);
      throw error;
    });
    log('Listen er tatt i bruk.');
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return sentences[error.code] ?? `Filen kunne ikke leses. ${(error.details ?? []).join(' ')}`.trim();
  }
};
