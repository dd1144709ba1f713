import type { TestHouse } from './test-house.ts';
import { addStaff, type TestSchool } from './test-school.ts';

/** Somebody who is on the way out, with a proposal that waits. */
export const seatLeaver = async (house: TestHouse, school: TestSchool) => {
  const leaverId = await addStaff(house, school, 'leaver', [{ kind: 'employee', proposed: true }]);
  const { relation_id: relationId } = await house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('relation')
      .select('relation_id')
      .where('school_id', '=', school.schoolId)
      .where('staff_id', '=', leaverId)
      .executeTakeFirstOrThrow(),
  );
  return { leaverId, relationId };
};
