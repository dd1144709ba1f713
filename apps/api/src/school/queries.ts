import type { Tx } from '@samhold/db';

export const schoolById = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('school')
    .select(['name', 'organisation_number'])
    .where('school_id', '=', schoolId)
    .executeTakeFirstOrThrow();

export const updateSchool = (tx: Tx, schoolId: string, name: string, organisationNumber: string) =>
  tx
    .updateTable('school')
    .set({ name, organisation_number: organisationNumber })
    .where('school_id', '=', schoolId)
    .execute();
