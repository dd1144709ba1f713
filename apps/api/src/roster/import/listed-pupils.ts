import type { Tx } from '@samhold/db';
import { classesOf, membershipsOn } from '../queries.ts';

/** By pupil: which class and grade of the year the pupil is in on a day. */
export type ListedPupils = Map<string, { readonly className: string; readonly grade: number }>;

/** The lists of a year on a day. */
export const listedPupils = async (
  tx: Tx,
  schoolId: string,
  schoolYearId: string,
  day: string,
): Promise<ListedPupils> => {
  const nameOf = new Map(
    [...(await classesOf(tx, schoolId, schoolYearId))].map(([name, classId]) => [classId, name]),
  );
  const rows = await membershipsOn(tx, schoolId, [...nameOf.keys()], day);
  return new Map(
    rows.map((row) => [row.pupil_id, { className: nameOf.get(row.class_id) ?? '', grade: row.grade }]),
  );
};
