import { sql, type Tx } from '@samhold/db';

/** One thing a file asks for. Names are sealed as the person's row will hold them. */
export type RosterChange = {
  readonly kind: 'new' | 'renamed' | 'moved' | 'leaving' | 'new_staff' | 'new_relation' | 'rejected';
  readonly personId?: string;
  readonly className?: string;
  readonly grade?: number;
  readonly givenName?: Buffer;
  readonly familyName?: Buffer;
  readonly externalId?: Buffer;
  readonly externalIdHash?: Buffer;
  readonly content?: Buffer;
};

export const CHANGES_AT_ONCE = 500;

/** Adds the changes of an import, numbered from `first` on. */
export const insertChanges = async (
  tx: Tx,
  schoolId: string,
  importId: string,
  first: number,
  changes: readonly RosterChange[],
): Promise<void> => {
  if (changes.length === 0) return;
  const column = <Key extends keyof RosterChange>(key: Key) => changes.map((change) => change[key] ?? null);
  await sql`
    insert into roster_import_change (school_id, import_id, position, kind, person_id, class_name, grade,
      given_name, family_name, external_id, external_id_hash, content)
    select ${schoolId}::uuid, ${importId}::uuid, ${first}::int + number - 1, kind, person_id, class_name, grade,
      given_name, family_name, external_id, external_id_hash, content
      from unnest(${column('kind')}::text[], ${column('personId')}::uuid[], ${column('className')}::text[],
        ${column('grade')}::smallint[], ${column('givenName')}::bytea[], ${column('familyName')}::bytea[],
        ${column('externalId')}::bytea[], ${column('externalIdHash')}::bytea[], ${column('content')}::bytea[])
        with ordinality as change (kind, person_id, class_name, grade, given_name, family_name, external_id,
        external_id_hash, content, number)`.execute(tx);
};

export const deleteChanges = (tx: Tx, schoolId: string, importIds: readonly string[]) =>
  importIds.length === 0
    ? Promise.resolve()
    : tx
        .deleteFrom('roster_import_change')
        .where('school_id', '=', schoolId)
        .where('import_id', 'in', importIds)
        .execute();
