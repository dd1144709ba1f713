import type { NoticeList, OwnSessions } from '../../packages/contract/src/index.ts';
import { bodyOf } from '../../apps/api/src/testing/answering.ts';
import { addStaff } from '../../apps/api/src/testing/test-school.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';

/** Somebody who has left. */
const leftId = async ({ house, seated }: HarmedSchool): Promise<string> => {
  const staffId = await addStaff(house, seated.school, 'sluttet', [{ kind: 'employee' }]);
  await done(seated.browserOf('administrator'), `/api/v1/staff/${staffId}/deactivate`, { method: 'POST' });
  return staffId;
};

/** The session of somebody in another browser. */
const otherSession = async ({ house, seated }: HarmedSchool): Promise<string> => {
  await house.staffBrowser('employee');
  const listed = await done(seated.browserOf('employee'), '/api/v1/me/sessions');
  const { sessions } = await bodyOf<OwnSessions>(listed);
  return sessions.find(({ isThis }) => !isThis)?.sessionId ?? '';
};

/** The oldest notice, read. */
const readNotice = async ({ seated }: HarmedSchool): Promise<string> => {
  const teacher = seated.browserOf('contact teacher of the class');
  const { notices } = await bodyOf<NoticeList>(await done(teacher, '/api/v1/notices'));
  const read = `/api/v1/notices/${notices.at(-1)?.noticeId ?? ''}/read`;
  await done(teacher, read, { method: 'POST' });
  return read;
};

/** What people have of their own and can end, and somebody who comes back. */
export const prepareOwn: Prepare = async (school) => {
  const { browserOf } = school.seated;
  const employee = browserOf('employee');
  const sessionId = await otherSession(school);
  return [
    useCase(
      'POST /api/v1/staff/:staffId/reactivate',
      browserOf('administrator'),
      `/api/v1/staff/${await leftId(school)}/reactivate`,
    ),
    useCase('DELETE /api/v1/me/sessions', employee, '/api/v1/me/sessions'),
    useCase('DELETE /api/v1/me/sessions/:sessionId', employee, `/api/v1/me/sessions/${sessionId}`),
    useCase('DELETE /api/v1/me/calendar', employee, '/api/v1/me/calendar'),
    useCase('DELETE /api/v1/pupil-session', browserOf('pupil'), '/api/v1/pupil-session'),
    useCase(
      'DELETE /api/v1/notices/:noticeId/read',
      browserOf('contact teacher of the class'),
      await readNotice(school),
    ),
  ];
};
