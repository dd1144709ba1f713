import type { RosterImportDetails, RosterImportList, RosterMapping, RosterReading } from '@samhold/contract';
import { dayOf } from '../../calendar-days.ts';
import type { Dependencies } from '../../dependencies.ts';
import { readRoster, type RosterSource } from '../files/read-roster.ts';
import type { Importer } from './apply.ts';
import { readInScope } from './read.ts';
import { showInScope } from './show.ts';
import { asRosterImport, latestImports } from './stored-imports.ts';
import { importYear, yearsAhead } from './year.ts';

export type ReadingWish = {
  readonly schoolYearId?: string;
  readonly mapping?: RosterMapping;
};

/** What the reader must know of the school: which one it is in a file of several, and the columns it used last. */
const beforeReading = (deps: Dependencies, importer: Importer, wish: ReadingWish) =>
  deps.db.inScope(importer, async (tx) => {
    await importYear(tx, importer.schoolId, dayOf(deps.now()), wish.schoolYearId);
    const school = await tx
      .selectFrom('school')
      .select(['name', 'organisation_number', 'roster_mapping'])
      .where('school_id', '=', importer.schoolId)
      .executeTakeFirstOrThrow();
    // Stored below.
    const remembered = school.roster_mapping as RosterMapping | null;
    return { name: school.name, organisationNumber: school.organisation_number, remembered };
  });

/** What of a mapping a header has. */
const columnsIn = (columns: readonly string[], mapping: RosterMapping | null): Partial<RosterMapping> =>
  Object.fromEntries(Object.entries(mapping ?? {}).filter(([, column]) => columns.includes(column)));

/**
 * Reads a file and keeps what it would change, to be shown and then applied or put away; nothing is changed yet. Throws
 * `roster_rejected` for a file that cannot be read, and `no_school_year`.
 */
export const readImport = async (
  deps: Dependencies,
  importer: Importer,
  source: RosterSource,
  wish: ReadingWish = {},
): Promise<RosterReading> => {
  const { remembered, ...school } = await beforeReading(deps, importer, wish);
  const mapping = wish.mapping ?? remembered ?? undefined;
  const read = await readRoster(source, school, {
    today: dayOf(deps.now()),
    ...(mapping === undefined ? {} : { mapping }),
  });
  if (read.outcome === 'needs_mapping')
    return {
      outcome: 'needs_mapping',
      file: read.file,
      columns: [...read.columns],
      suggestion: { ...read.suggestion, ...columnsIn(read.columns, remembered) },
    };
  return deps.db.inScope(importer, async (tx, open) => {
    const sealer = await open();
    const { schoolId } = importer;
    const importId = await readInScope(tx, sealer, importer, deps.now(), read.roster, wish.schoolYearId);
    if (wish.mapping !== undefined)
      await tx
        .updateTable('school')
        .set({ roster_mapping: JSON.stringify(wish.mapping) })
        .where('school_id', '=', schoolId)
        .execute();
    return {
      outcome: 'read' as const,
      import: await showInScope(tx, sealer, schoolId, deps.now(), importId),
    };
  });
};

export const showImport = (
  deps: Dependencies,
  importer: Importer,
  importId: string,
): Promise<RosterImportDetails> =>
  deps.db.inScope(importer, async (tx, sealer) =>
    showInScope(tx, await sealer(), importer.schoolId, deps.now(), importId),
  );

export const listImports = (deps: Dependencies, importer: Importer): Promise<RosterImportList> =>
  deps.db.inScope(importer, async (tx) => {
    const today = dayOf(deps.now());
    return {
      imports: (await latestImports(tx, importer.schoolId)).map(asRosterImport),
      schoolYears: (await yearsAhead(tx, importer.schoolId, today)).map((year) => ({
        schoolYearId: year.school_year_id,
        label: year.label,
        isCurrent: year.starts_on <= today,
      })),
    };
  });
