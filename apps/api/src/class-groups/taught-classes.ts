import type { FeideGroup } from './feide-groups.ts';

/** A class that Feide says somebody is a teacher of. */
export type TaughtClass = { readonly name: string; readonly notBefore: Date; readonly notAfter: Date };

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

/** The parts of `fc:gogroup:<realm>:b:NO<number>:<local id>:<from>:<to>`; the coded ones may hold a colon. */
const partsOf = (id: string): readonly string[] | undefined => {
  const parts = id.split(':').map(decoded);
  return parts.every((part) => part !== undefined) ? parts : undefined;
};

const textOf = (text: FeideGroup['displayName']): string =>
  typeof text === 'object' ? (text['nb'] ?? Object.values(text)[0] ?? '') : (text ?? '');

/** «Klasse 5 a» and «5A» are the same class. */
export const plainName = (name: string): string =>
  name
    .replace(/^\s*klasse\s+/i, '')
    .replaceAll(/\s/g, '')
    .toLocaleUpperCase('nb');

const teaches = ({ membership }: FeideGroup): boolean =>
  membership?.basic === 'admin' ||
  membership?.basic === 'owner' ||
  [membership?.affiliation].flat().includes('faculty');

/** The kommune's own number, as its group says it. */
const ownerNumber = (groups: readonly FeideGroup[], realm: string): string | undefined =>
  groups.find(({ type, id }) => type === 'fc:org' && id === `fc:org:${realm}`)?.norEduOrgNIN;

const schoolsOf = (groups: readonly FeideGroup[], realm: string): ReadonlySet<string> =>
  new Set(
    groups
      .filter(({ type }) => type === 'fc:org')
      .map(({ id }) => partsOf(id))
      .filter((parts) => parts?.[2] === realm && parts[3] === 'unit')
      .map((parts) => parts?.[4] ?? ''),
  );

/**
 * The classes (groups of type `b`) at one school that whoever the groups are of teaches, one per name, the one that lasts
 * longest. A group that bears the number of the kommune counts where the person belongs to this school alone.
 */
export const taughtClasses = (
  groups: readonly FeideGroup[],
  realm: string,
  organisationNumber: string,
): readonly TaughtClass[] => {
  const own = `NO${organisationNumber}`;
  const schools = schoolsOf(groups, realm);
  const owner = schools.size === 1 && schools.has(own) ? ownerNumber(groups, realm) : undefined;
  const found = new Map<string, TaughtClass>();
  for (const group of groups) {
    if (group.type !== 'fc:gogroup' || group.go_type !== 'b' || !teaches(group)) continue;
    const parts = partsOf(group.id);
    if (parts?.length !== 8 || parts[2]?.toLowerCase() !== realm) continue;
    const unit = parts[4]?.toUpperCase();
    if (unit !== own && (owner === undefined || unit !== owner)) continue;
    const notBefore = new Date(group.notBefore ?? NaN);
    const notAfter = new Date(group.notAfter ?? NaN);
    if (Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime())) continue;
    const name = plainName(textOf(group.displayName));
    const known = found.get(name);
    if (known === undefined || known.notAfter < notAfter) found.set(name, { name, notBefore, notAfter });
  }
  return [...found.values()];
};
