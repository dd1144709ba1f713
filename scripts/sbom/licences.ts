export type Component = { readonly name: string; readonly version: string; readonly licence: string };

/** Licences that allow any use; MPL-2.0 asks only that changes to its own files are shared. */
const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'OFL-1.1',
  'MPL-2.0',
]);

type Listed = {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
};

const licenceOf = ({ licenses = [] }: Listed): string =>
  licenses
    .map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? 'unknown')
    .join(' AND ') || 'unknown';

/** The packages of others in a CycloneDX document, by name. Throws when it is none. */
export const componentsOf = (document: unknown): readonly Component[] => {
  const { bomFormat, components } = document as { bomFormat?: string; components?: readonly Listed[] };
  if (bomFormat !== 'CycloneDX' || components === undefined)
    throw new Error('This is no CycloneDX document.');
  return components
    .filter(({ group }) => group !== '@samhold')
    .map((listed) => ({
      name: listed.group === undefined ? listed.name : `${listed.group}/${listed.name}`,
      version: listed.version,
      licence: licenceOf(listed),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
};

/** Of alternatives one must be allowed, of what holds together each. */
const isAllowed = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((one) => allowed.has(one)));

export const unknownLicences = (components: readonly Component[]): readonly Component[] =>
  components.filter(({ licence }) => !isAllowed(licence));
