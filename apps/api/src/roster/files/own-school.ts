import { isActive } from './row-status.ts';
import { readTable } from './read-table.ts';
import type { Rejections } from './rejections.ts';
import { reasons } from './rejection-reasons.ts';
import type { SourceFile } from './roster-source.ts';
import { refused } from './refused.ts';

/** The school the roster is read for. */
export type School = { readonly organisationNumber: string; readonly name: string };

/** The ids of the school and of what lies under it. */
export type OwnSchool = { readonly has: (orgId: string) => boolean };

type Org = {
  readonly name: string;
  readonly type: string;
  readonly identifier: string;
  readonly parent: string;
};

const columns = {
  id: { names: ['sourcedId'], required: true },
  status: { names: ['status'] },
  name: { names: ['name'], required: true },
  type: { names: ['type'] },
  identifier: { names: ['identifier'] },
  parent: { names: ['parentSourcedId'] },
} as const;

const mostOrgs = 20_000;

/** NO 974 760 673 MVA and 974760673 are the same number. */
export const plainOrganisationNumber = (text: string): string =>
  text.replace(/^no/i, '').replace(/mva$/i, '').replace(/[\s.]/g, '').toLowerCase();

export const isSameName = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase('nb') === b.trim().toLocaleLowerCase('nb');

const theOne = (ids: readonly string[]): string | undefined => {
  if (ids.length > 1)
    throw refused('orgs.csv har flere skoler som kan være denne. Sett organisasjonsnummeret i identifier.');
  return ids[0];
};

const rootOf = (orgs: ReadonlyMap<string, Org>, school: School): string => {
  const idsWhere = (test: (org: Org) => boolean) =>
    [...orgs].filter(([, org]) => test(org)).map(([id]) => id);
  const number = plainOrganisationNumber(school.organisationNumber);
  const isSchool = (org: Org) => org.type === 'school';
  const found =
    theOne(idsWhere((org) => number !== '' && plainOrganisationNumber(org.identifier) === number)) ??
    theOne(idsWhere((org) => isSchool(org) && isSameName(org.name, school.name))) ??
    theOne(idsWhere((org) => isSameName(org.name, school.name)));
  if (found !== undefined) return found;
  const [only, another] = idsWhere(isSchool);
  if (only === undefined || another !== undefined)
    throw refused(
      'Fant ikke skolen i orgs.csv. Skolen må stå der med organisasjonsnummeret i identifier, eller med samme navn som her.',
    );
  return only;
};

/**
 * Finds the school in orgs.csv: by organisation number, else by its exact name, else as the only school there. Units under it
 * that are not schools themselves count as the school.
 */
export const findOwnSchool = async (
  file: SourceFile,
  school: School,
  rejections: Rejections,
): Promise<OwnSchool> => {
  const orgs = new Map<string, Org>();
  await readTable(file, columns, rejections, (values, row) => {
    const { id, name, type, identifier, parent } = values;
    if (!isActive(values.status, file.name, row, rejections)) return;
    if (id === '') return rejections.add(file.name, row, reasons.valueMissing);
    if (orgs.has(id)) return rejections.add(file.name, row, reasons.idTwice);
    if (orgs.size === mostOrgs) throw refused('orgs.csv har for mange rader.');
    orgs.set(id, { name, type: type.toLowerCase(), identifier, parent });
  });
  const own = new Set([rootOf(orgs, school)]);
  for (let before = 0; before < own.size;) {
    before = own.size;
    for (const [id, org] of orgs) if (own.has(org.parent) && org.type !== 'school') own.add(id);
  }
  return { has: (orgId) => own.has(orgId) };
};

/** Whether a comma list of ids names the school. */
export const namesOwn = (own: OwnSchool, ids: string): boolean =>
  ids.split(',').some((id) => own.has(id.trim()));
