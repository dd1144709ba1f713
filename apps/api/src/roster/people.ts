import { randomInt, randomUUID } from 'node:crypto';
import { pictures, type RelationKind } from '@samhold/contract';
import type { Database, Keyring, SchoolSealer, Tx } from '@samhold/db';
import { takeNumber } from '../schools/numbers.ts';

export type PersonName = {
  readonly givenName: string;
  readonly familyName: string;
  readonly externalId?: string;
};

export const insertPerson = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  kind: 'pupil' | 'staff',
  name: PersonName,
): Promise<string> => {
  const personId = randomUUID();
  const seal = (column: string, text: string): Buffer =>
    sealer.seal(text, { table: 'sealed_person', column, row: personId });
  await tx
    .insertInto('sealed_person')
    .values({
      school_id: schoolId,
      person_id: personId,
      kind,
      given_name: seal('given_name', name.givenName),
      family_name: seal('family_name', name.familyName),
      external_id: name.externalId === undefined ? null : seal('external_id', name.externalId),
      external_id_hash: name.externalId === undefined ? null : sealer.lookupHash(kind, name.externalId),
    })
    .execute();
  return personId;
};

/** Puts another name in the place of the one there is. */
export const renamePerson = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  personId: string,
  name: Pick<PersonName, 'givenName' | 'familyName'>,
): Promise<void> => {
  const seal = (column: string, text: string): Buffer =>
    sealer.seal(text, { table: 'sealed_person', column, row: personId });
  await tx
    .updateTable('sealed_person')
    .set({
      given_name: seal('given_name', name.givenName),
      family_name: seal('family_name', name.familyName),
    })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .execute();
};

/** Three different pictures in order, so that no child wonders about one shown twice. */
const newPictureCode = (): string => {
  const left: string[] = [...pictures];
  return [0, 1, 2].map(() => left.splice(randomInt(left.length), 1)[0]).join(',');
};

/** A pupil with a picture code of three random pictures. */
export const insertPupil = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  name: PersonName,
): Promise<string> => {
  const pupilId = await insertPerson(tx, sealer, schoolId, 'pupil', name);
  await tx
    .insertInto('pupil')
    .values({
      school_id: schoolId,
      pupil_id: pupilId,
      picture_code: sealer.seal(newPictureCode(), { table: 'pupil', column: 'picture_code', row: pupilId }),
    })
    .execute();
  return pupilId;
};

/** No pictures until the pupil has chosen them. */
export const openPictureCode = (
  sealer: SchoolSealer,
  pupilId: string,
  sealed: Buffer | null,
): readonly string[] =>
  sealed === null
    ? []
    : sealer.open(sealed, { table: 'pupil', column: 'picture_code', row: pupilId }).split(',');

export type NewSchool = {
  readonly name: string;
  readonly organisationNumber: string;
  readonly ownerName: string;
  readonly demo: boolean;
};

/** What finds the schools of an owner before any school is in scope. */
export const ownerHash = (keyring: Keyring, ownerId: string): Buffer => keyring.lookupHash('owner', ownerId);

/** Puts a school of this owner, with a key of its own, into the scope of `schoolId`. False when another school has its number. */
export const insertSchoolOf = async (
  tx: Tx,
  keyring: Keyring,
  { schoolId, ownerId }: { readonly schoolId: string; readonly ownerId: string },
  school: Omit<NewSchool, 'ownerName'>,
): Promise<boolean> => {
  await tx
    .insertInto('school')
    .values({
      school_id: schoolId,
      owner_id: ownerId,
      name: school.name,
      organisation_number: school.organisationNumber,
      wrapped_key: keyring.newSchoolKey(schoolId),
      demo: school.demo,
    })
    .execute();
  await tx
    .insertInto('owner_school_lookup')
    .values({ owner_hash: ownerHash(keyring, ownerId), school_id: schoolId })
    .execute();
  return takeNumber(tx, keyring, schoolId, school.organisationNumber);
};

/** A school with its own key, and the owner that runs it, in the scope of `schoolId`. False when another school has its number. */
export const insertSchool = async (
  tx: Tx,
  keyring: Keyring,
  schoolId: string,
  school: NewSchool,
): Promise<boolean> => {
  const ownerId = randomUUID();
  await tx.insertInto('school_owner').values({ owner_id: ownerId, name: school.ownerName }).execute();
  return insertSchoolOf(tx, keyring, { schoolId, ownerId }, school);
};

/** A school of its own owner. Returns the school's id. */
export const createSchool = async (db: Database, keyring: Keyring, school: NewSchool): Promise<string> => {
  const schoolId = randomUUID();
  await db.inScope({ schoolId }, (tx) => insertSchool(tx, keyring, schoolId, school));
  return schoolId;
};

export const insertSchoolYear = async (
  tx: Tx,
  schoolId: string,
  year: { readonly label: string; readonly startsOn: string; readonly endsOn: string },
): Promise<string> => {
  const schoolYearId = randomUUID();
  await tx
    .insertInto('school_year')
    .values({
      school_id: schoolId,
      school_year_id: schoolYearId,
      label: year.label,
      starts_on: year.startsOn,
      ends_on: year.endsOn,
    })
    .execute();
  return schoolYearId;
};

export type NewRelation = {
  readonly kind: RelationKind;
  readonly classId?: string;
  readonly fromAt: Date;
  readonly toAt?: Date;
  /** Leadership confirmed it when it began, unless this says that it is a proposal. */
  readonly proposed?: true;
};

export type NewStaffMember = PersonName & {
  /** Absent until the person binds a sign-in, by an invitation or as the first administrator. */
  readonly identity?: { readonly issuer: string; readonly subject: string };
  readonly relations: readonly NewRelation[];
  /** The day training in privacy was held; absent when it was not. */
  readonly trainedOn?: string;
};

/** Lets the holder of this identity sign in as a staff member. Nothing when it can already. */
export const bindIdentity = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  subjectHash: Buffer,
): Promise<void> => {
  await tx
    .insertInto('staff_identity')
    .values({ school_id: schoolId, subject_hash: subjectHash, staff_id: staffId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('sign_in_lookup')
    .values({ school_id: schoolId, subject_hash: subjectHash })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** A staff member who signs in as `identity`, with relations. Returns the staff member's id. */
export const insertStaffMember = async (
  tx: Tx,
  sealer: SchoolSealer,
  keyring: Keyring,
  schoolId: string,
  member: NewStaffMember,
): Promise<string> => {
  const staffId = await insertPerson(tx, sealer, schoolId, 'staff', member);
  await tx
    .insertInto('staff_member')
    .values({ school_id: schoolId, staff_id: staffId, trained_on: member.trainedOn ?? null })
    .execute();
  if (member.identity !== undefined) {
    const { issuer, subject } = member.identity;
    await bindIdentity(tx, schoolId, staffId, keyring.lookupHash('subject', issuer, subject));
  }
  for (const relation of member.relations) {
    await tx
      .insertInto('relation')
      .values({
        school_id: schoolId,
        relation_id: randomUUID(),
        staff_id: staffId,
        kind: relation.kind,
        class_id: relation.classId ?? null,
        from_at: relation.fromAt,
        to_at: relation.toAt ?? null,
        confirmed_at: relation.proposed ? null : relation.fromAt,
      })
      .execute();
  }
  return staffId;
};
