import type { Database, Keyring, Tx } from '@samhold/db';

const hashOf = (keyring: Keyring, number: string): Buffer => keyring.lookupHash('school number', number);

/** The school that is known by this number, before any is in scope. */
export const schoolOfNumber = async (tx: Tx, keyring: Keyring, number: string): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('school_number_lookup')
      .select('school_id')
      .where('number_hash', '=', hashOf(keyring, number))
      .executeTakeFirst()
  )?.school_id;

/**
 * From now on this number leads to this school, and one it had before no longer does. False, and nothing changed, when it
 * leads to another school; of two that ask at once the second waits for the first.
 */
export const takeNumber = async (
  tx: Tx,
  keyring: Keyring,
  schoolId: string,
  number: string,
): Promise<boolean> => {
  const hash = hashOf(keyring, number);
  await tx
    .insertInto('school_number_lookup')
    .values({ number_hash: hash, school_id: schoolId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if ((await schoolOfNumber(tx, keyring, number)) !== schoolId) return false;
  await tx
    .deleteFrom('school_number_lookup')
    .where('school_id', '=', schoolId)
    .where('number_hash', '<>', hash)
    .execute();
  return true;
};

/** Schools of this installation, whether or not somebody signs in to them. */
export const everySchool = async (tx: Tx): Promise<readonly string[]> =>
  (
    await tx.selectFrom('owner_school_lookup').select('school_id').distinct().orderBy('school_id').execute()
  ).map((row) => row.school_id);

/** Hashes the number of every school that is not known by it yet: those made before there was a look-up, or copied in. */
export const knowEveryNumber = async (db: Database, keyring: Keyring): Promise<void> => {
  const known = new Set(
    (await db.beforeScope((tx) => tx.selectFrom('school_number_lookup').select('school_id').execute())).map(
      (row) => row.school_id,
    ),
  );
  for (const schoolId of await db.beforeScope(everySchool)) {
    if (known.has(schoolId)) continue;
    await db.inScope({ schoolId }, async (tx) => {
      const school = await tx
        .selectFrom('school')
        .select('organisation_number')
        .where('school_id', '=', schoolId)
        .executeTakeFirst();
      if (school !== undefined) await takeNumber(tx, keyring, schoolId, school.organisation_number);
    });
  }
};
