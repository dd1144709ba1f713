import type { TestHouse } from './test-house.ts';
import { addStaff, type TestSchool } from './test-school.ts';

const seatProposed = async (
  house: TestHouse,
  school: TestSchool,
  subject: string,
  kind: 'employee' | 'owner',
) => {
  const staffId = await addStaff(house, school, subject, [{ kind, proposed: true }]);
  const { relation_id: relationId } = await house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('relation')
      .select('relation_id')
      .where('school_id', '=', school.schoolId)
      .where('staff_id', '=', staffId)
      .executeTakeFirstOrThrow(),
  );
  return { staffId, relationId };
};

/** Somebody who is on the way out, with a proposal that waits; and a proposal of another owner. */
export const seatLeaver = async (house: TestHouse, school: TestSchool) => {
  const leaver = await seatProposed(house, school, 'leaver', 'employee');
  const owner = await seatProposed(house, school, 'second owner', 'owner');
  return { leaverId: leaver.staffId, relationId: leaver.relationId, ownerRelationId: owner.relationId };
};
