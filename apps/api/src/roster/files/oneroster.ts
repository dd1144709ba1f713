import { joinRoster } from './join-roster.ts';
import type { School } from './own-school.ts';
import { readTable } from './read-table.ts';
import { collectRejections } from './rejections.ts';
import type { RosterFile } from './roster-file.ts';
import { fileNamed, type RosterSource, type SourceFile } from './roster-source.ts';
import { refused } from './refused.ts';

type Version = '1.1' | '1.2';

const columns = {
  property: { names: ['propertyName'], required: true },
  value: { names: ['value'], required: true, list: true },
} as const;

/** The tables that are read, with whether a roster can do without. */
const tables = { orgs: true, classes: true, enrollments: true, users: true, roles: true, courses: false };

const versionIn = (value: string | undefined): Version => {
  if (value === '1.1' || value === '1.2') return value;
  throw refused('manifest.csv har en annen versjon av OneRoster enn 1.1 og 1.2.');
};

/** Refuses what the manifest says about a table, when that leaves no whole roster. */
const checkTable = (name: string, isNeeded: boolean, declared: string | undefined, exists: boolean) => {
  if (declared === 'delta')
    throw refused(`${name}.csv har bare endringer (delta). Eksporter hele listen (bulk).`);
  if (declared !== undefined && declared !== 'bulk' && declared !== 'absent')
    throw refused(`manifest.csv sier noe ukjent om ${name}.csv. Det skal være bulk eller absent.`);
  if (isNeeded && !exists)
    throw refused(
      declared === 'bulk'
        ? `Filen ${name}.csv mangler, men manifest.csv sier at den er med.`
        : `Filen ${name}.csv mangler.`,
    );
};

const readManifest = async (source: RosterSource, manifest: SourceFile): Promise<Version> => {
  const properties = new Map<string, string>();
  await readTable(manifest, columns, collectRejections(), ({ property, value }) => {
    properties.set(property.toLowerCase(), value.toLowerCase());
  });
  const version = versionIn(properties.get('oneroster.version'));
  for (const [name, needed] of Object.entries(tables)) {
    if (name === 'roles' && version === '1.1') continue;
    const exists = fileNamed(source, `${name}.csv`) !== undefined;
    checkTable(name, needed, properties.get(`file.${name}`), exists);
  }
  return version;
};

/** Reads a roster of OneRoster 1.1 or 1.2; `version` when there is no manifest to tell. */
export const readOneRoster = async (
  source: RosterSource,
  school: School,
  today: string,
  version: Version = '1.1',
): Promise<RosterFile> => {
  const manifest = fileNamed(source, 'manifest.csv');
  const told = manifest === undefined ? version : await readManifest(source, manifest);
  return joinRoster(source, `oneroster-${told}`, school, today);
};
