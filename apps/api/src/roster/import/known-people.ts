import { sql, type SchoolSealer, type Tx } from '@samhold/db';

type Kind = 'pupil' | 'staff';

export type KnownPerson = {
  readonly personId: string;
  readonly givenName: Buffer;
  readonly familyName: Buffer;
  /** Known here by an alias, which no file overwrites. */
  readonly hidden: boolean;
};

/** Somebody in a file, with the keyed hash that the id of the source system is known by. */
export type HashedPerson<P> = P & { readonly externalIdHash: Buffer };

export const hashed = <P extends { readonly externalId: string }>(
  sealer: SchoolSealer,
  kind: Kind,
  person: P,
): HashedPerson<P> => ({ ...person, externalIdHash: sealer.lookupHash(kind, person.externalId) });

/** Whom the school knows of these people, each in the place of the one in the file. */
export const knownPeople = async (
  tx: Tx,
  schoolId: string,
  kind: Kind,
  people: readonly HashedPerson<unknown>[],
): Promise<readonly (KnownPerson | undefined)[]> => {
  if (people.length === 0) return [];
  const hashes = people.map((person) => person.externalIdHash);
  const { rows } = await sql<{
    place: number;
    person_id: string;
    given_name: Buffer;
    family_name: Buffer;
    hidden: boolean;
  }>`
    select wanted.place, person.*, hidden.pupil_id is not null as hidden
      from unnest(${hashes}::bytea[]) with ordinality as wanted (hash, place)
      -- One by one by the whole key: a set of a thousand is planned as ten, and might then be searched for in every row.
      cross join lateral (
        select person_id, given_name, family_name
          from sealed_person
         where school_id = ${schoolId} and kind = ${kind} and external_id_hash = wanted.hash
         limit 1) as person
      left join lateral (
        select pupil_id from hidden_pupil
         where school_id = ${schoolId} and pupil_id = person.person_id
         limit 1) as hidden on true`.execute(tx);
  const known = new Array<KnownPerson | undefined>(people.length).fill(undefined);
  for (const row of rows)
    known[row.place - 1] = {
      personId: row.person_id,
      givenName: row.given_name,
      familyName: row.family_name,
      hidden: row.hidden,
    };
  return known;
};

export type Name = { readonly givenName: string; readonly familyName: string };

export const openName = (sealer: SchoolSealer, person: Omit<KnownPerson, 'hidden'>): Name => {
  const open = (column: string, sealed: Buffer): string =>
    sealer.open(sealed, { table: 'sealed_person', column, row: person.personId });
  return {
    givenName: open('given_name', person.givenName),
    familyName: open('family_name', person.familyName),
  };
};

/** A name sealed for the person's row. */
export const sealName = (sealer: SchoolSealer, personId: string, name: Name) => {
  const seal = (column: string, text: string): Buffer =>
    sealer.seal(text, { table: 'sealed_person', column, row: personId });
  return {
    givenName: seal('given_name', name.givenName),
    familyName: seal('family_name', name.familyName),
  };
};

/** What `sealed_person` will hold of somebody the school does not know yet. */
export const sealNewPerson = (
  sealer: SchoolSealer,
  personId: string,
  person: HashedPerson<Name & { readonly externalId: string }>,
) => ({
  ...sealName(sealer, personId, person),
  externalId: sealer.seal(person.externalId, {
    table: 'sealed_person',
    column: 'external_id',
    row: personId,
  }),
  externalIdHash: person.externalIdHash,
});
