import { randomUUID } from 'node:crypto';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { RosterTeacher } from '../files/roster-file.ts';
import type { RosterChange } from './change-rows.ts';
import { hashed, knownPeople, sealNewPerson } from './known-people.ts';

/** «staff class name» of every contact teacher there is, was or is proposed in the year. */
const teachersEver = async (tx: Tx, schoolId: string, schoolYearId: string): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('relation as r')
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 'r.school_id').onRef('c.class_id', '=', 'r.class_id'),
    )
    .select(['r.staff_id', 'c.name'])
    .where('r.school_id', '=', schoolId)
    .where('r.kind', '=', 'contact_teacher')
    .where('c.school_year_id', '=', schoolYearId)
    .execute();
  return new Set(rows.map((row) => `${row.staff_id} ${row.name}`));
};

/**
 * Staff the school does not know yet, and who may be contact teacher of which class: a proposal that leadership confirms.
 * Where somebody is, was or is proposed already, the file says nothing new. Classes without pupils get no teacher.
 */
export const compareStaff = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  schoolYearId: string,
  teachers: readonly RosterTeacher[],
  classNames: ReadonlySet<string>,
): Promise<readonly RosterChange[]> => {
  const inFile = teachers.map((teacher) => hashed(sealer, 'staff', teacher));
  const known = await knownPeople(tx, schoolId, 'staff', inFile);
  const ever = await teachersEver(tx, schoolId, schoolYearId);
  return inFile.flatMap((teacher, place): readonly RosterChange[] => {
    const person = known[place];
    const personId = person?.personId ?? randomUUID();
    const added: readonly RosterChange[] =
      person !== undefined
        ? []
        : [{ kind: 'new_staff', personId, ...sealNewPerson(sealer, personId, teacher) }];
    const relations = [...new Set(teacher.classNames)]
      .filter((className) => classNames.has(className) && !ever.has(`${personId} ${className}`))
      .map((className): RosterChange => ({ kind: 'new_relation', personId, className }));
    return [...added, ...relations];
  });
};
